internal import Diagnostics
internal import Languages

extension Rule {
  static let liveKitWebhook = Rule(
    "livekit/webhook",
    reports: "A webhook signed with a key that the file does not define.",
    why: "LiveKit does not start.",
    fires: .livekit(
      "{ webhook: { api_key: other, urls: [] }, keys: { key: 0123456789abcdef0123456789abcdef } }"
    ),
    fixed: .livekit(
      "{ webhook: { api_key: key, urls: [] }, keys: { key: 0123456789abcdef0123456789abcdef } }"
    )
  )
}

extension Diagnostic {
  static func liveKitWebhook(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard let key = root["webhook"]?["api_key"], let keys = root["keys"],
      keys.member(key.shown) == nil
    else { return [] }
    let names = keys.members.map(\.key)
    return [
      Diagnostic(
        .liveKitWebhook,
        at: key.range,
        "undefined key `\(key.shown)` in `keys`",
        fixes: .replacements(NameIndex(names).nearest(to: key.shown), at: key.range)
      )
    ]
  }
}
