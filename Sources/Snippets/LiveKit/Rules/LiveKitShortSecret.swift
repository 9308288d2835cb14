internal import Diagnostics
internal import Languages

extension Rule {
  static let liveKitShortSecret = Rule(
    "livekit/secret",
    .warning,
    reports: "A secret of LiveKit with fewer than 32 characters.",
    why: "LiveKit starts and logs a warning; tokens signed with the secret are easier to forge.",
    fires: .livekit("keys: { meet: secret }"),
    fixed: .livekit("keys: { meet: 0123456789abcdef0123456789abcdef }")
  )
}

extension Diagnostic {
  /// `minSecretLength` of `pkg/config/config.go`.
  static func shortSecrets(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    (root["keys"]?.members ?? []).compactMap { key in
      let length = key.value.shown.unicodeScalars.count
      guard length < 32, length > 0 else { return nil }
      return Diagnostic(
        .liveKitShortSecret,
        at: key.value.range,
        "expected a secret of at least 32 characters, found \(length)"
      )
    }
  }
}
