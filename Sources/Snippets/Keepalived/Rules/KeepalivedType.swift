internal import Diagnostics

extension Rule {
  static let keepalivedType = Rule(
    "keepalived/type",
    reports: "A value that keepalived cannot take, or a keyword without its value.",
    why: "Keepalived takes a default of its own, or leaves the instance out.",
    fires: .keepalived(Rule.Example.keepalivedMember("  state STANDBY")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  state BACKUP"))
  )

  static let keepalivedNoEffect = Rule(
    "keepalived/no-effect",
    .warning,
    reports: "Words that keepalived reads over.",
    why: "Nothing says that they have no effect.",
    fires: .keepalived(Rule.Example.keepalivedMember("  advert_int 1 second")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  advert_int 1"))
  )
}
