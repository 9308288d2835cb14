internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesUndefined = Rule(
    "nftables/undefined",
    reports: "A set, a chain or a variable that the file does not declare.",
    why: "nft refuses the whole file, and the server keeps its old rules, or none.",
    fires: .nftables(Rule.Example.nftablesFile("ip saddr @admins accept")),
    fixed: .nftables(
      "define admins = { 10.0.0.1, 10.0.0.2 }\n"
        + Rule.Example.nftablesFile("ip saddr $admins accept")
    )
  )
}

extension Diagnostic {
  static func nftablesUndefined(in config: NFTablesConfig) -> [Diagnostic] {
    guard !config.includesOthers else { return [] }
    var findings: [Diagnostic] = []
    func check(_ word: Word, _ name: String, _ noun: String, _ names: [String]) {
      guard !name.isEmpty, !names.contains(name) else { return }
      let near = NameIndex(names).nearest(to: name)
      let start = word.range.upperBound - name.utf8.count
      findings.append(
        Diagnostic(
          .nftablesUndefined,
          at: word.range,
          "there is no \(noun) `\(name)`",
          fixes: .replacements(near, at: start..<word.range.upperBound)
        )
      )
    }
    for (statement, table) in config.statements {
      for (index, token) in statement.tokens.enumerated() where token.kind == .word {
        if token.text.hasPrefix("$") {
          // A variable may be one end of a range, or be followed by a prefix.
          let name = token.text.dropFirst().prefix {
            $0.isLetter || $0.isNumber || "_.".contains($0)
          }
          if name.utf8.count == token.text.utf8.count - 1 {
            check(token.word, String(name), "`define` of", config.variables)
          }
        }
        guard let table else { continue }
        if token.text.hasPrefix("@"), !token.text.contains(",") {
          let name = String(token.text.dropFirst())
          let isPayload = ["ll", "nh", "th", "ih"].contains(name)
          if !isPayload { check(token.word, name, "set", table.sets) }
        }
        if ["jump", "goto"].contains(token.text), index + 1 < statement.tokens.count {
          let target = statement.tokens[index + 1]
          if target.kind == .word, !target.text.hasPrefix("$") {
            check(target.word, target.text, "chain", table.chains)
          }
        }
      }
    }
    return findings
  }
}
