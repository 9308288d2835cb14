internal import Diagnostics

extension Rule {
  static let keepalivedType = Rule(
    "keepalived/type",
    reports: "A value that keepalived does not accept, or a keyword without its value.",
    why: "Keepalived uses its default, or ignores the instance.",
    fires: .keepalived(Rule.Example.keepalivedMember("  state STANDBY")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  state BACKUP"))
  )

  static let keepalivedNoEffect = Rule(
    "keepalived/no-effect",
    .warning,
    reports: "Words that keepalived ignores.",
    why: "They silently have no effect.",
    fires: .keepalived(Rule.Example.keepalivedMember("  advert_int 1 second")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  advert_int 1"))
  )
}
