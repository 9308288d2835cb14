internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func turnserver(_ lines: String) -> Rule.Example {
    .fence("text file=turnserver.conf", lines)
  }
}

extension Rule {
  static let turnserverUnknownKey = Rule(
    "turnserver/unknown-key",
    reports: "An option that coturn does not know.",
    why:
      "Coturn starts without it and only logs `Bad configuration format`, so a secret or a denied "
      + "peer is silently missing.",
    fires: .turnserver("static-auth-secrets=0123456789abcdef"),
    fixed: .turnserver("static-auth-secret=0123456789abcdef")
  )
}

extension Diagnostic {
  static func turnserverUnknown(_ name: Word) -> Diagnostic {
    DirectiveRules.turnserver.unknown(
      name,
      among: TurnserverTable.all.names(),
      "; coturn starts without it and only logs `Bad configuration format`"
    )
  }
}
