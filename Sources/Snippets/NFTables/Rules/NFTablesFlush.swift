internal import Diagnostics
internal import Languages

extension Rule {
  static let nftablesFlush = Rule(
    "nftables/flush",
    .warning,
    reports: "`flush ruleset`, which takes away the rules of all others as well.",
    why: "Docker's chains are gone after the next reload, and no container is reachable any more.",
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
