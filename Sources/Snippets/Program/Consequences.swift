internal import Diagnostics
internal import Text

/// What only follows from another mistake in the same text is not worth a finding of its own.
enum Consequences {
  /// Returns the findings without those that another one explains.
  ///
  /// - Parameters:
  ///   - findings: all of a text.
  ///   - text: what they are of.
  /// - Returns: the others, in their order. A name that lacks its definition is found once.
  static func dropped(from findings: [Diagnostic], in text: [UInt8]) -> [Diagnostic] {
    let causes = findings.filter { $0.severity == .error && isCause($0.rule) }
    let lines = causes.map { line(of: $0, in: text) }
    let meant = Set(causes.flatMap(\.fixes).flatMap(\.edits).map(\.text))
    // Where a brace is wrong nobody knows what belongs to what; HAProxy has them in lines alone.
    let isOpen = causes.contains { $0.category != "haproxy" && isBrace($0.message) }
    var seen: Set<String> = []
    return findings.filter { finding in
      if isOpen, finding.rule.contains("/unknown") || finding.rule.hasSuffix("/required") {
        return false
      }
      guard isConsequence(finding.rule) else { return true }
      if finding.rule.contains("/undefined"),
        !seen.insert("\(finding.rule) \(finding.message)").inserted
      {
        return false
      }
      guard let name = subject(of: finding), name.utf8.count > 2 else { return true }
      return !meant.contains(name) && !lines.contains { $0.contains(name) }
    }
  }

  private static func isCause(_ rule: String) -> Bool {
    rule.hasSuffix("/syntax") || rule.contains("/unknown")
  }

  private static func isConsequence(_ rule: String) -> Bool {
    ["/undefined", "/required", "/unused", "/mode"].contains { rule.contains($0) }
  }

  private static func isBrace(_ message: String) -> Bool {
    ["`}`", "`{`", "braces"].contains { message.contains($0) }
  }

  private static func line(of finding: Diagnostic, in text: [UInt8]) -> String {
    let place = min(finding.location.range.lowerBound, text.count)
    let newline = UInt8(ascii: "\n")
    let start = text[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = text[place...].firstIndex(of: newline) ?? text.count
    return text[start..<end].text
  }

  /// What a message misses: the last word of the first thing that it names.
  private static func subject(of finding: Diagnostic) -> String? {
    if finding.rule.hasSuffix("/mode") { return "mode" }
    let parts = finding.message.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return nil }
    return parts[1].split(separator: " ").last { $0 != "…" }.map(String.init)
  }
}
