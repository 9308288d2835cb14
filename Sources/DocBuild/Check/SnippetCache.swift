internal import Diagnostics
internal import Snippets

/// Checks each distinct text once, however many sets and servers show it.
final class SnippetCache {
  let checker: SnippetChecker
  private var findings: [Key: [Diagnostic]] = [:]

  private struct Key: Hashable {
    var kind: SnippetKind
    var text: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      text.hashEnds(into: &hasher)
    }
  }

  init(_ checker: SnippetChecker) { self.checker = checker }

  func check(_ text: [UInt8], as kind: SnippetKind) -> [Diagnostic] {
    let key = Key(kind: kind, text: text)
    if let known = findings[key] { return known }
    let found = checker.check(text, as: kind)
    findings[key] = found
    return found
  }
}
