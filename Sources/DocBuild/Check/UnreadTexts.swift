internal import Diagnostics

/// What of a set cannot be read as it is meant: nobody knows what it would say to the rest.
package struct UnreadTexts: Sendable {
  /// The files with an error, and those that are not whole.
  package private(set) var files: Set<PlacedFile.Key> = []
  /// The servers that have such files or commands.
  package private(set) var servers: Set<String> = []
  /// Whether any server may have such files.
  package private(set) var isEverywhere = false
  /// The mistakes, and the fences that are not whole.
  private var places: [Location] = []

  package init() {}

  /// Adds a fence that is not whole, or one of a text with mistakes.
  ///
  /// - Parameters:
  ///   - placed: the fence.
  ///   - places: the mistakes, or all of it.
  ///   - isCut: whether more than lines is lost: of what is run from elsewhere that may concern every
  ///     server.
  mutating func add(_ placed: PlacedFence, at places: [Location], isCut: Bool) {
    if placed.servers.isEmpty || placed.fence.attributes.group == "control" {
      if isCut, placed.fence.path != nil { isEverywhere = true }
    }
    for server in placed.servers {
      if server.name != "control" { servers.insert(server.name) }
      if let path = placed.fence.path { files.insert(.init(server: server.name, path: path)) }
    }
    self.places += places
  }

  /// Whether a place is in an error, or in a fence that is not whole.
  func cover(_ place: Location) -> Bool {
    places.contains { $0.source == place.source && $0.range.overlaps(place.range) }
  }
}
