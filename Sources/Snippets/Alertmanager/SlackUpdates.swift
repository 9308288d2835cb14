internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Messages that are updated need a bot, which has this address (`config/config.go`).
  static func updatesWithoutBot(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let integrations = (root["receivers"]?.elements ?? []).flatMap {
      $0["slack_configs"]?.elements ?? []
    }
    return integrations.compactMap { slack in
      guard let update = slack.member("update_message"), update.value.bool == true,
        slack["app_token"] == nil, slack["app_token_file"] == nil,
        let url = slack["api_url"] ?? root["global"]?["slack_api_url"],
        url.shown != slackBotAddress
      else { return nil }
      return Diagnostic(
        .refusedSetting,
        at: update.keyRange,
        "`update_message` requires a bot, with the address `\(slackBotAddress)`"
      )
    }
  }

  /// What a bot posts to, unless `slack_app_url` says another.
  static let slackBotAddress = "https://slack.com/api/chat.postMessage"
}
