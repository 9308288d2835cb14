internal import Diagnostics
package import Snippets
internal import Text

/// Reads and checks each distinct text once, however many sets and servers show it.
package final class SnippetCache {
  private let checker: SnippetChecker
  private var findings: [Key: [Diagnostic]] = [:]
  /// What was read for the set at hand, and for the one before.
  private var readings: (current: [Key: Reading], last: [Key: Reading]) = ([:], [:])

  private struct Key: Hashable {
    var kind: SnippetKind?
    var fragment: [String] = []
    var text: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      text.hashEnds(into: &hasher)
    }
  }

  package init(_ checker: SnippetChecker) { self.checker = checker }

  /// Begins a further set.
  ///
  /// Trees are many times as large as their texts, so those that the last two sets did not need are
  /// let go; findings stay.
  package func beginSet() { readings = ([:], readings.current) }

  /// Returns what the reader of a kind makes of a text.
  func read(_ text: [UInt8], as kind: SnippetKind?) -> Reading {
    let key = Key(kind: kind, text: text)
    if let known = readings.current[key] { return known }
    let reading = readings.last[key] ?? Reading(text, as: kind)
    readings.current[key] = reading
    return reading
  }

  /// Returns what is wrong with a text; see ``SnippetChecker``.
  func check(_ text: [UInt8], as kind: SnippetKind, fragment: [String]) -> [Diagnostic] {
    let key = Key(kind: kind, fragment: fragment, text: text)
    if let known = findings[key] { return known }
    let found = checker.check(read(text, as: kind), fragment: fragment)
    findings[key] = found
    return found
  }

  /// Returns where scalars of a text stand that their program guesses the type of.
  func guessedScalars(in text: [UInt8], as kind: SnippetKind) -> [Range<Int>] {
    checker.guessedScalars(in: read(text, as: kind))
  }
}
