internal import Diagnostics

extension Rule {
  static let keepalivedType = FormatRuleMaker.keepalived.rule(
    "type",
    reports: "A value that keepalived cannot take, or a keyword without its value.",
    why: "Keepalived takes a default of its own, or leaves the instance out.",
    fires: FormatRuleMaker.keepalivedMember("  state STANDBY"),
    fixed: FormatRuleMaker.keepalivedMember("  state BACKUP")
  )

  static let keepalivedNoEffect = FormatRuleMaker.keepalived.rule(
    "no-effect",
    .warning,
    reports: "Words that keepalived reads over.",
    why: "Nothing says that they have no effect.",
    fires: FormatRuleMaker.keepalivedMember("  advert_int 1 second"),
    fixed: FormatRuleMaker.keepalivedMember("  advert_int 1")
  )
}
