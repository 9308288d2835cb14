internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesFlush = Rule(
    "nftables/flush",
    .warning,
    reports: "`flush ruleset`, which takes away the rules of all others as well.",
    why: "Docker's chains are gone after the next reload, and no container is reached any more.",
    fires: .nftables("flush ruleset\n" + Rule.Example.nftablesFile("tcp dport 22 accept")),
    fixed: .nftables(
      "table inet shop\ndelete table inet shop\n"
        + Rule.Example.nftablesFile("tcp dport 22 accept")
    )
  )
}

extension Diagnostic {
  static func nftablesFlush(in config: NFTablesConfig) -> [Diagnostic] {
    config.commands.map(\.tokens).filter { $0.map(\.text) == ["flush", "ruleset"] }.map { tokens in
      let range = tokens[0].word.range.lowerBound..<tokens[1].word.range.upperBound
      let message =
        "a flush of the own table is expected: `flush ruleset` takes Docker's chains away, too"
      return Diagnostic(.nftablesFlush, at: range, message)
    }
  }
}
