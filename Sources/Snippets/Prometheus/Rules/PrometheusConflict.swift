internal import Diagnostics
internal import Languages

extension Rule {
  static let prometheusConflict = Rule(
    "prometheus/conflict",
    reports: "Two settings of Prometheus or Alertmanager that cannot be used together.",
    why: "The program rejects the whole file.",
    fires: .prometheus(
      "scrape_configs: [{ job_name: a, basic_auth: { username: u, password: p, password_file: /p } }]"
    ),
    fixed: .prometheus(
      "scrape_configs: [{ job_name: a, basic_auth: { username: u, password_file: /p } }]"
    )
  )
}

extension Diagnostic {
  /// Of each group a mapping may have one (`common/config/http_config.go`, `config/config.go`,
  /// `discovery/*`, and Alertmanager's `config/config.go` and `notify/*/config.go`).
  private static let exclusive: [[String]] =
    [
      [
        "basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file", "sigv4",
        "azuread", "google_iam",
      ],
      ["auth_token", "auth_token_file", "basic_auth"], ["auth_token", "authorization"],
      ["auth_token", "bearer_token", "bearer_token_file"], ["auth_token_file", "authorization"],
      ["auth_token_file", "bearer_token"], ["token", "authorization"], ["token", "oauth2"],
      ["username", "basic_auth"],
      ["managed_identity", "workload_identity", "oauth", "sdk", "certificate"],
      ["api_server", "kubeconfig_file"], ["proxy_url", "proxy_from_environment"],
      ["no_proxy", "proxy_from_environment"],
      ["promote_all_resource_attributes", "promote_resource_attributes"],
      ["slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"],
      ["api_url", "api_url_file", "app_token", "app_token_file"], ["html", "monospace"],
    ] + either.map { [$0, $0 + "_file"] }
    + either.filter(hasReference.contains).flatMap {
      [[$0, $0 + "_ref"], [$0 + "_file", $0 + "_ref"]]
    }

  /// What is written in the file or in a file beside it.
  private static let either = [
    "username", "password", "credentials", "client_secret", "client_certificate_key", "ca", "cert",
    "key", "secret_key", "key_passphrase", "smtp_auth_password", "smtp_auth_secret",
    "auth_password", "auth_secret", "url", "bot_token", "chat_id", "service_key", "routing_key",
    "webhook_url", "api_key", "api_secret", "user_key", "token", "token_id", "alert_source_token",
    "opsgenie_api_key", "victorops_api_key", "telegram_bot_token", "rocketchat_token",
    "rocketchat_token_id", "wechat_api_secret", "mattermost_webhook_url",
  ]
  private static let hasReference: Set<String> = [
    "username", "password", "credentials", "client_secret", "client_certificate_key", "ca", "cert",
    "key",
  ]

  static func prometheusConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    root.settings.flatMap { mapping in
      // Old files write the address of bots where the token of a bot is.
      let bot = mapping["slack_app_url"]?.shown ?? slackBotAddress
      let used = mapping.members.filter { member in
        member.isSet && !(member.key == "slack_api_url" && member.value.shown == bot)
      }
      let keys = Set(used.map(\.key))
      guard keys.count > 1 else { return [Diagnostic]() }
      return exclusive.flatMap { group -> [Diagnostic] in
        guard group.count(where: keys.contains) > 1 else { return [] }
        let members = used.filter { group.contains($0.key) }
        return members.dropFirst().map { conflict(members[0], $0) }
      }
    }
  }

  /// What a rule has no use for (`rulefmt.go`).
  static func ruleConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }.flatMap { rule in
      let alone = ["alert", "for", "keep_firing_for", "annotations"]
      let name = rule["labels"]?.member("__name__").map { label in
        let message = "`__name__` is not allowed as a label of a rule"
        return Diagnostic(.prometheusConflict, at: label.keyRange, message)
      }
      guard let record = rule.member("record") else { return name.map { [$0] } ?? [] }
      return (name.map { [$0] } ?? [])
        + rule.members.filter { alone.contains($0.key) }.map { conflict(record, $0) }
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
      "`\(place.key)` cannot be used with `\(other.key)`",
      notes: [Note("the other one is here", at: Location(range: other.keyRange))]
    )
  }
}

extension TypedValue.Member {
  /// Whether it has a value that Go does not take for none: neither an empty text, nor 0, nor `false`.
  fileprivate var isSet: Bool {
    switch value.content {
    case .null: false
    case .bool(let isTrue): isTrue
    case .number(let number): number != 0
    case .string(let text): !text.isEmpty
    case .array(let elements): !elements.isEmpty
    case .object: true
    }
  }
}
