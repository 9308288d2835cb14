internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesFlush = Rule(
    "nftables/flush",
    .warning,
    reports: "`flush ruleset`, which removes the rules of every other program as well.",
    why: "After the next reload Docker's chains are gone and no container is reachable.",
    fires: .nftables("flush ruleset\n" + Rule.Example.nftablesFile("tcp dport 22 accept")),
    fixed: .nftables(
      "table inet shop\ndelete table inet shop\n"
        + Rule.Example.nftablesFile("tcp dport 22 accept")
    )
  )
}

extension Diagnostic {
  static func nftablesFlush(in config: NFTablesConfig) -> [Diagnostic] {
    config.file.all("Command").filter { config.words($0) == "flush ruleset" }.map { command in
      let message = "expected a flush of the own table, found one that removes Docker's chains, too"
      return Diagnostic(.nftablesFlush, at: config.range(command), message)
    }
  }
}
