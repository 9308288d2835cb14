internal import Diagnostics
internal import Languages

extension FormatRuleMaker {
  static let turnserver = FormatRuleMaker(
    category: "turnserver",
    fence: "text file=turnserver.conf"
  )
}

extension Rule {
  static let turnserverUnknownKey = FormatRuleMaker.turnserver.rule(
    "unknown-key",
    reports: "An option that coturn does not know.",
    why: "Coturn starts without it and only logs `Bad configuration format`: a secret or a denied "
      + "peer is missing, and nobody sees it.",
    fires: "static-auth-secrets=0123456789abcdef",
    fixed: "static-auth-secret=0123456789abcdef"
  )
}

extension Diagnostic {
  static func turnserverUnknown(_ name: Word) -> Diagnostic {
    DirectiveRules.turnserver.unknown(
      name,
      among: TurnserverTable.all.names(),
      ": it starts without it and only logs `Bad configuration format`"
    )
  }
}
