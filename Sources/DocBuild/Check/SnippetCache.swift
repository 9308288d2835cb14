package import Diagnostics
package import Snippets
internal import Text

/// Checks each distinct text once, however many sets and servers show it.
package final class SnippetCache {
  package let checker: SnippetChecker
  private var findings: [Key: [Diagnostic]] = [:]

  private struct Key: Hashable {
    var kind: SnippetKind
    var fragment: [String]
    var text: [UInt8]

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      text.hashEnds(into: &hasher)
    }
  }

  package init(_ checker: SnippetChecker) { self.checker = checker }

  package func check(_ text: [UInt8], as kind: SnippetKind, fragment: [String]) -> [Diagnostic] {
    let key = Key(kind: kind, fragment: fragment, text: text)
    if let known = findings[key] { return known }
    let found = checker.check(text, as: kind, fragment: fragment)
    findings[key] = found
    return found
  }
}
