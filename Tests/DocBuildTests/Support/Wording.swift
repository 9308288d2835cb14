import Diagnostics

/// The grammar of findings, as far as a program can tell.
enum Wording {
  /// Programs whose names have one capital; a message may begin with one.
  private static let names: Set<String> = [
    "Ansible", "Compose", "Docker", "Grafana", "Keepalived", "Patroni", "Prometheus", "Redis",
    "Valkey", "Windows",
  ]

  /// What is not said as findings say it: a message, a fix and the label of a place are no
  /// sentences, a note without a place is one.
  static func faults(in finding: Diagnostic) -> [String] {
    let labels =
      [finding.message] + finding.fixes.map(\.message)
      + finding.notes.filter { $0.location != nil }.map(\.message)
    return labels.filter { !isLabel($0) } + finding.facts.filter { !isSentence($0) }
  }

  private static func isLabel(_ words: String) -> Bool {
    guard let first = words.unicodeScalars.first, !words.hasSuffix(".") else { return false }
    let name = words.prefix { $0.isLetter }
    let isName =
      name.dropFirst().contains(where: \.isUppercase) || names.contains(String(name))
      || name.count == 1
    return !first.properties.isUppercase || isName
  }

  private static func isSentence(_ words: String) -> Bool {
    guard let first = words.unicodeScalars.first else { return false }
    return !first.properties.isLowercase && [".", "?", "…"].contains(where: words.hasSuffix)
  }
}

extension Diagnostic {
  /// The notes that are about no other place.
  fileprivate var facts: [String] { notes.filter { $0.location == nil }.map(\.message) }
}
