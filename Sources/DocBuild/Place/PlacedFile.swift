internal import Diagnostics
internal import Snippets
internal import Text

/// A real file that the guides of a set show, as it stands on one server.
struct PlacedFile: Sendable {
  /// The name of the server, or `control`.
  let server: String
  /// The group of the server; `control` for a file without one.
  let group: String
  /// The identifier of the document that shows it; the path of a page outside of the guides.
  let document: String
  /// Relative, without a leading `/`.
  let path: String
  /// What it is checked against; nothing for a file whose format is not known.
  private(set) var kind: SnippetKind?
  /// The permissions; nothing for the usual ones.
  private(set) var mode: UInt16?
  /// The content; every byte knows its place in the Markdown.
  private(set) var text: MappedText

  var bytes: [UInt8] { text.bytes }

  /// What tells files apart.
  struct Key: Hashable {
    var server: String
    var path: String
  }

  /// Begins a file with its first fence.
  init(_ first: PlacedFence, _ path: String, on server: Int) {
    self.server = first.servers[server].name
    group = first.servers[server].group
    document = first.chapter.owner
    self.path = path
    kind = first.fence.kind
    mode = first.fence.mode
    text = first.text(on: server)
  }

  /// Appends the text of a further fence of the file.
  mutating func append(_ placed: PlacedFence, on server: Int) {
    kind = kind ?? placed.fence.kind
    mode = mode ?? placed.fence.mode
    text.append(placed.text(on: server))
  }

  /// Returns the files of each server, in the order in which the servers first stand.
  static func byServer(_ files: [PlacedFile]) -> [(server: String, files: [PlacedFile])] {
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
