package import Diagnostics
internal import Snippets
package import Text

/// A fence of a set on the servers where it belongs, with the values of the set in its text.
package struct PlacedFence: Sendable {
  package let fence: Fence
  package let chapter: Chapter
  /// In the order of servers.yml.
  package let servers: [FenceServer]
  /// The path of its file; nothing for what is shown without being a file.
  package let path: String?
  /// One for each server where they differ, else one for all.
  private let texts: [MappedText]

  /// Puts the values into a fence.
  init(_ fence: Fence, of chapter: Chapter, on servers: [FenceServer], _ text: SnippetText) {
    self.fence = fence
    self.chapter = chapter
    self.servers = servers
    path = fence.path.map { text.filled(Array($0.utf8)).text }
    // Without a value of the server's own the text is the same on all of them.
    let members = fence.isPerServer ? servers.filter { $0.member != nil } : []
    texts =
      members.isEmpty ? [text.filled(fence, on: nil)] : members.map { text.filled(fence, on: $0) }
  }

  /// How many texts there are: one, or one a server.
  var textCount: Int { texts.count }

  /// Where the text stands in the Markdown; nothing for an empty one.
  package var origin: Location? { fence.text.origin(of: fence.text.bytes.indices) }

  /// Whether a part of the text is missing, or the value of a placeholder is not known.
  package func isUnread(in values: ValueTable) -> Bool {
    fence.isPartial
      || chapter.holes(of: fence).contains { index in
        guard case .value(let reference) = chapter.holes[index].content else {
          return chapter.holes[index].isMalformed
        }
        return values.entry(at: reference.path) == nil || values.hasStandIn(at: reference.path)
      }
  }

  /// Returns the text on a server.
  ///
  /// - Parameter server: its place among ``servers``.
  /// - Returns: the text, with the origin of every byte.
  package func text(on server: Int) -> MappedText { texts[texts.count == 1 ? 0 : server] }
}

extension Fence {
  /// Whether the block is something to run: commands of the shell that are no file and not what a
  /// command prints.
  var isCommand: Bool {
    attributes.file == nil && !attributes.flags.contains("output") && commandKind != nil
  }

  /// What commands in the language of the block are: a script, or a session with what they print.
  var commandKind: SnippetKind? {
    let kind = SnippetKind.formatName(forLanguage: attributes.language).map(SnippetKind.format)
    return kind.flatMap { $0.isShell ? $0 : nil }
  }
}
