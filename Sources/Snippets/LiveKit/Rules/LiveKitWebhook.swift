internal import Diagnostics
internal import Languages

extension Rule {
  static let liveKitWebhook = SchemaRuleMaker.livekit.rule(
    "webhook",
    "The webhook is signed with a key that the file does not have.",
    "LiveKit refuses to start.",
    "{ webhook: { api_key: other, urls: [] }, keys: { key: 0123456789abcdef0123456789abcdef } }",
    "{ webhook: { api_key: key, urls: [] }, keys: { key: 0123456789abcdef0123456789abcdef } }"
  )
}

extension Diagnostic {
  static let liveKitWebhook: ProgramCheck = { root, _ in
    guard let key = root["webhook"]?["api_key"], let keys = root["keys"],
      keys.member(key.shown) == nil
    else { return [] }
    let names = keys.members.map(\.key)
    return [
      Diagnostic(
        .liveKitWebhook,
        at: key.range,
        "`keys` has no `\(key.shown)`",
        fixes: .replacements(NameIndex(names).nearest(to: key.shown), at: key.range)
      )
    ]
  }
}
