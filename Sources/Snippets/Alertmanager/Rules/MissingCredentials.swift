internal import Diagnostics
internal import Languages

extension Rule {
  static let missingCredentials = Rule(
    "prometheus/credentials",
    reports:
      "A receiver of Alertmanager without the address or the credentials of its service, which `global` does not have either.",
    why: "Alertmanager rejects the file, and alerts reach nobody.",
    fires: .fence(
      "yaml file=alertmanager.yml",
      "route: { receiver: a }\nreceivers: [{ name: a, slack_configs: [{ channel: alerts }] }]"
    ),
    fixed: .fence(
      "yaml file=alertmanager.yml",
      """
      global: { slack_api_url_file: /etc/alertmanager/slack }
      route: { receiver: a }
      receivers: [{ name: a, slack_configs: [{ channel: alerts }] }]
      """
    )
  )
}

extension Diagnostic {
  /// What each kind of receiver needs, of its own or from `global` (`config/config.go` of
  /// Alertmanager 0.34).
  private static let needs: [(kind: String, own: [String], global: [String])] = [
    ("email", ["smarthost"], ["smtp_smarthost"]), ("email", ["from"], ["smtp_from"]),
    (
      "slack", ["api_url", "api_url_file", "app_token", "app_token_file"],
      ["slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"]
    ),
    ("opsgenie", ["api_key", "api_key_file"], ["opsgenie_api_key", "opsgenie_api_key_file"]),
    (
      "wechat", ["api_secret", "api_secret_file"], ["wechat_api_secret", "wechat_api_secret_file"]
    ),
    ("wechat", ["corp_id"], ["wechat_api_corp_id"]),
    ("victorops", ["api_key", "api_key_file"], ["victorops_api_key", "victorops_api_key_file"]),
    (
      "telegram", ["bot_token", "bot_token_file"],
      ["telegram_bot_token", "telegram_bot_token_file"]
    ),
    (
      "rocketchat", ["token_id", "token_id_file"],
      ["rocketchat_token_id", "rocketchat_token_id_file"]
    ),
    ("rocketchat", ["token", "token_file"], ["rocketchat_token", "rocketchat_token_file"]),
    (
      "mattermost", ["webhook_url", "webhook_url_file"],
      ["mattermost_webhook_url", "mattermost_webhook_url_file"]
    ),
    ("jira", ["api_url"], ["jira_api_url"]),
  ]

  static func missingCredentials(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let global = root["global"]
    func has(_ scope: TypedValue?, _ keys: [String]) -> Bool {
      keys.contains { key in scope?[key].map { !$0.shown.isEmpty } ?? false }
    }
    return (root["receivers"]?.elements ?? []).flatMap { receiver in
      needs.flatMap { need -> [Diagnostic] in
        guard !has(global, need.global) else { return [] }
        let integrations = receiver["\(need.kind)_configs"]?.elements ?? []
        return integrations.filter { $0.isObject && !has($0, need.own) }.map { integration in
          let own = ValueShape.list(need.own)
          let place = integration.members.first?.keyRange ?? integration.range
          return Diagnostic(
            .missingCredentials,
            at: place,
            "missing key \(own), or `\(need.global[0])` in `global`"
          )
        }
      }
    }
  }
}
