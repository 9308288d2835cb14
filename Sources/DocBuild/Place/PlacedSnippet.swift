package import Diagnostics
package import Snippets
package import Text

/// What a document shows of one file of one host, or a fence that is no file: checked as one text.
package struct PlacedSnippet: Sendable {
  package let kind: SnippetKind
  /// The keys that lead to the part that is shown; empty for a whole file.
  package let fragment: [String]
  package private(set) var parts: [PlacedFence]

  /// What tells the files of documents apart.
  package struct Key: Hashable {
    private let document: String
    private let file: String
    private let host: String

    /// Nothing for a fence that is no whole file.
    package init?(_ placed: PlacedFence) {
      let attributes = placed.fence.attributes
      guard let file = attributes.file, !file.isEmpty, attributes.values["fragment"] == nil else {
        return nil
      }
      document = placed.chapter.owner
      self.file = file
      host = attributes.host ?? ""
    }
  }

  /// Begins a snippet with its first fence.
  init(_ first: PlacedFence, _ kind: SnippetKind) {
    self.kind = kind
    fragment = (first.fence.attributes.values["fragment"] ?? "").split(separator: ".")
      .map(String.init)
    parts = [first]
  }

  /// Appends a further fence of the file.
  package mutating func append(_ placed: PlacedFence) { parts.append(placed) }

  /// Rules that the author says are broken here, each with the fence that says so.
  package var expected: [(rule: String, location: Location)] {
    parts.compactMap { part in
      part.fence.attributes.values["expect"].map { ($0, part.fence.location) }
    }
  }

  /// The texts as programs read them: one, or one for each server where they differ.
  package func texts() -> [MappedText] {
    let count = parts.map(\.textCount).max() ?? 0
    return (0..<count).map { server in
      var text = parts[0].text(on: server)
      for part in parts.dropFirst() { text.append(part.text(on: server)) }
      return text
    }
  }
}
