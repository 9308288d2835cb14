internal import Diagnostics
internal import Languages

extension Format {
  /// livekit.yaml.
  static let livekit = Format(
    schema: SchemaOfTool(PackageResources.livekit_json),
    .goFields,
    rules: .livekit,
    checks: [
      Check(.liveKitConflict, find: Diagnostic.liveKitConflicts),
      Check(SchemaRules.livekit.required, find: Diagnostic.liveKitHalves),
      Check(.liveKitWebhook, find: Diagnostic.liveKitWebhook),
      Check(.liveKitShortSecret, find: Diagnostic.shortSecrets),
    ],
    facts: .livekit
  )
}

extension SchemaRules {
  static let livekit = SchemaRules(
    category: "livekit",
    program: "LiveKit",
    unknownKey: (
      .livekit("rtc: { port_range_begin: 50100 }"), .livekit("rtc: { port_range_start: 50100 }")
    ),
    type: (
      .livekit("room: { auto_create: \"no\" }"), .livekit("room: { auto_create: false }")
    ),
    range: (.livekit("port: 70000"), .livekit("port: 7880")),
    durations: (
      "go-duration",
      (
        .livekit("room: { create_room_timeout: 10 seconds }"),
        .livekit("room: { create_room_timeout: 10s }")
      )
    )
  )
}

extension Rule.Example {
  static func livekit(_ lines: String) -> Rule.Example { .fence("yaml file=livekit.yaml", lines) }
}
