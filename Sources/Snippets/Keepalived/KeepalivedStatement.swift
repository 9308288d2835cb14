internal import Languages

/// A statement of keepalived.conf: a keyword with its values, and a block in braces for some.
struct KeepalivedStatement: Sendable {
  /// The keyword first; never empty.
  var words: [Word]
  /// What stands in its braces; nothing for a statement without a block.
  var block: [KeepalivedStatement]?
  /// The brace that opens the block.
  var brace: Range<Int>?
  /// On which servers the statement holds: `@name` on one, `@^name` on all others.
  var condition: Condition?

  /// A line that holds on some servers alone.
  struct Condition: Sendable, Equatable {
    var server: String
    var isReversed: Bool
  }

  /// The keyword.
  var name: Word { words[0] }
  /// What stands behind the keyword.
  var values: [Word] { Array(words.dropFirst()) }

  /// The statements of a keyword in the block.
  func all(_ keyword: String) -> [KeepalivedStatement] {
    (block ?? []).filter { $0.name.text == keyword }
  }

  /// The last statement of a keyword in the block, which is the one that counts.
  func last(_ keyword: String) -> KeepalivedStatement? { all(keyword).last }

  /// The first word of each line in the block of a keyword.
  func lines(_ keyword: String) -> [KeepalivedStatement] { all(keyword).flatMap { $0.block ?? [] } }

  /// Returns the statement as it stands on one server.
  func holding(on server: String) -> KeepalivedStatement? {
    if let condition, (condition.server == server) == condition.isReversed { return nil }
    var copy = self
    copy.block = block?.compactMap { $0.holding(on: server) }
    return copy
  }
}
