internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverConflict = Rule(
    "turnserver/conflict",
    reports: "Two options of coturn that cannot be used together.",
    why: "Coturn stops, or silently ignores one of them.",
    fires: .turnserver("no-auth\nlt-cred-mech"),
    fixed: .turnserver("lt-cred-mech")
  )

  static let turnserverIncomplete = Rule(
    "turnserver/incomplete",
    .warning,
    reports: "An option of coturn that has no effect without another one.",
    why: "Clients are refused, although the server runs and its log looks fine.",
    fires: .turnserver("use-auth-secret\nrealm=example.org"),
    fixed: .turnserver("use-auth-secret\nstatic-auth-secret=0123456789abcdef\nrealm=example.org")
  )
}

extension Diagnostic {
  /// What mainrelay.c refuses, or warns of, after it has read all options.
  static func turnserverConflicts(in config: TurnserverConfig) -> [Diagnostic] {
    turnserverAuthentication(in: config) + turnserverRelays(in: config)
      + turnserverAddresses(in: config)
  }

  private static let databases = [
    "userdb", "db", "psql-userdb", "sql-userdb", "mysql-userdb", "mongo-userdb", "redis-userdb",
  ]

  private static func turnserverAuthentication(in config: TurnserverConfig) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let secret = config.option("static-auth-secret")
    let usesSecret = config.isSet("use-auth-secret") || secret != nil
    let users = config.isSet("lt-cred-mech") ? config.option("lt-cred-mech") : nil
    if config.isSet("no-auth"), let free = config.option("no-auth"),
      let other = users ?? config.option("use-auth-secret") ?? secret
    {
      findings.append(turnserverPair(free.name, other.name))
    } else if let users, usesSecret, let other = config.option("use-auth-secret") ?? secret {
      // Coturn starts with an alert, and takes the secret alone.
      var finding = turnserverPair(users.name, other.name)
      finding.severity = .warning
      findings.append(finding)
    }
    if let option = config.option("use-auth-secret"), config.isSet("use-auth-secret"),
      secret == nil, !databases.contains(where: { config.option($0) != nil })
    {
      let message = "missing `static-auth-secret`, which `use-auth-secret` requires"
      let finding = Diagnostic(.turnserverIncomplete, at: option.name.range, message)
      findings.append(finding.about(.lacking("static-auth-secret")))
    }
    if config.option("realm") == nil,
      let option = users ?? config.option("use-auth-secret") ?? secret
    {
      let message = "missing `realm`, which `\(option.name.text)` requires"
      let finding = Diagnostic(.turnserverIncomplete, at: option.name.range, message)
      findings.append(finding.about(.lacking("realm")))
    }
    return findings
  }

  private static func turnserverRelays(in config: TurnserverConfig) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if config.isSet("no-udp-relay"), config.isSet("no-tcp-relay"),
      let first = config.option("no-udp-relay"), let second = config.option("no-tcp-relay")
    {
      findings.append(turnserverPair(second.name, first.name))
    }
    if let capacity = config.option("bps-capacity"), config.option("max-bps") == nil,
      capacity.value?.text != "0"
    {
      let message = "missing `max-bps`, which `bps-capacity` requires"
      let finding = Diagnostic(.turnserverConflict, at: capacity.name.range, message)
      findings.append(finding.about(.lacking("max-bps")))
    }
    return findings
  }

  /// Several addresses are mapped one by one, each with its private one.
  private static func turnserverAddresses(in config: TurnserverConfig) -> [Diagnostic] {
    config.options("external-ip").filter { $0.value?.text.contains("/") == false }.dropFirst().map {
      Diagnostic(
        .turnserverConflict,
        at: $0.value?.range ?? $0.name.range,
        "expected one `external-ip`, or several that each have a private address after `/`"
      )
    }
  }

  private static func turnserverPair(_ place: Word, _ other: Word) -> Diagnostic {
    Diagnostic(
      .turnserverConflict,
      at: place.range,
      "`\(place.text)` cannot be used with `\(other.text)`",
      notes: [Note("the other one is here", at: Location(range: other.range))]
    )
  }
}
