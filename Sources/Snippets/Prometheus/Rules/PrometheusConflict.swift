internal import Diagnostics
internal import Languages

extension Rule {
  static let prometheusConflict = Rule(
    "prometheus/conflict",
    reports: "Two settings of Prometheus or Alertmanager exclude each other.",
    why: "The program refuses the whole file.",
    fires: .prometheus(
      "scrape_configs: [{ job_name: a, basic_auth: { username: u, password: p, password_file: /p } }]"
    ),
    fixed: .prometheus(
      "scrape_configs: [{ job_name: a, basic_auth: { username: u, password_file: /p } }]"
    )
  )
}

extension Diagnostic {
  /// Of each group a mapping may have one (`common/config/http_config.go`, `rulefmt.go`).
  private static let exclusive: [[String]] = [
    ["basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file"],
    ["username", "username_file"], ["password", "password_file"],
    ["credentials", "credentials_file"], ["client_secret", "client_secret_file"],
    ["ca", "ca_file"], ["cert", "cert_file"], ["key", "key_file"],
    ["smtp_auth_password", "smtp_auth_password_file"],
    ["auth_password", "auth_password_file"], ["slack_api_url", "slack_api_url_file"],
    ["url", "url_file"], ["api_url", "api_url_file"], ["bot_token", "bot_token_file"],
    ["service_key", "service_key_file"], ["routing_key", "routing_key_file"],
  ]

  static func prometheusConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    root.mappings.flatMap { mapping in
      exclusive.flatMap { group in
        let used = mapping.members.filter { group.contains($0.key) }
        return used.dropFirst().map { conflict(used[0], $0) }
      }
    }
  }

  /// What a rule of recording has no use for (`rulefmt.go`).
  static func ruleConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }.flatMap { rule in
      let alone = ["alert", "for", "keep_firing_for", "annotations"]
      guard let record = rule.member("record") else { return [Diagnostic]() }
      return rule.members.filter { alone.contains($0.key) }.map { conflict(record, $0) }
    }
  }

  /// Every alert must reach the first route (`alertmanager/config/config.go`).
  static func rootRoutes(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard let route = root.member("route") else { return [] }
    let narrowing = [
      "match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals",
    ]
    return route.value.members.filter { member in
      narrowing.contains(member.key)
        && !(member.value.elements + member.value.members.map(\.value)).isEmpty
    }.map { member in
      Diagnostic(
        .prometheusConflict,
        at: member.keyRange,
        "the first route takes every alert, so `\(member.key)` cannot stand in it"
      )
    }
  }

  private static func conflict(
    _ first: TypedValue.Member,
    _ second: TypedValue.Member
  ) -> Diagnostic {
    let inOrder = first.keyRange.lowerBound < second.keyRange.lowerBound
    let (other, place) = inOrder ? (first, second) : (second, first)
    return Diagnostic(
      .prometheusConflict,
      at: place.keyRange,
      "`\(place.key)` and `\(other.key)` exclude each other",
      notes: [Note("the other stands here", at: Location(range: other.keyRange))]
    )
  }
}
