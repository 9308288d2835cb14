internal import Diagnostics
package import Snippets
package import Text

/// A real file that the guides of a set show, as it stands on one server.
package struct PlacedFile: Sendable {
  /// The name of the server, or `control`.
  package let server: String
  /// The group of the server; `control` for a file without one.
  package let group: String
  /// The identifier of the document that shows it; the path of a page outside of the guides.
  package let document: String
  /// Relative, without a leading `/`.
  package let path: String
  /// What it is checked against; nothing for a file whose format is not known.
  package private(set) var kind: SnippetKind?
  /// The permissions; nothing for the usual ones.
  package private(set) var mode: UInt16?
  /// The content; every byte knows its place in the Markdown.
  package private(set) var text: MappedText

  package var bytes: [UInt8] { text.bytes }

  /// What tells files apart.
  package struct Key: Hashable {
    package var server: String
    package var path: String
  }

  /// Begins a file with its first fence.
  package init(_ first: PlacedFence, _ path: String, on server: Int) {
    self.server = first.servers[server].name
    group = first.servers[server].group
    document = first.chapter.owner
    self.path = path
    kind = first.fence.kind
    mode = first.fence.mode
    text = first.text(on: server)
  }

  /// Appends the text of a further fence of the file.
  package mutating func append(_ placed: PlacedFence, on server: Int) {
    kind = kind ?? placed.fence.kind
    mode = mode ?? placed.fence.mode
    text.append(placed.text(on: server))
  }

  /// Returns the files of each server, in the order in which the servers first stand.
  package static func byServer(_ files: [PlacedFile]) -> [(server: String, files: [PlacedFile])] {
    files.reduce(into: []) { servers, file in
      if servers.last?.server != file.server { servers.append((file.server, [])) }
      servers[servers.count - 1].files.append(file)
    }
  }
}

extension Fence {
  /// The permissions that its attributes give the file.
  fileprivate var mode: UInt16? { attributes.values["mode"].flatMap(FileMode.read) }
}
