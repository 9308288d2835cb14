internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlConflict = Rule(
    "postgresql/conflict",
    reports: "Two parameters that PostgreSQL does not accept together.",
    why: "PostgreSQL does not start.",
    fires: .postgresql("wal_level = minimal\nmax_wal_senders = 10"),
    fixed: .postgresql("wal_level = replica\nmax_wal_senders = 10")
  )
}

extension Diagnostic {
  static func postgresqlConflicts(in config: PostgreSQLConfig) -> [Diagnostic] {
    minimalLog(in: config) + reserved(in: config)
  }

  /// Archiving and standbys need more of the log than `minimal` writes (`PostmasterMain`).
  private static func minimalLog(in config: PostgreSQLConfig) -> [Diagnostic] {
    guard let level = config.setting("wal_level"), level.value.text.lowercased() == "minimal" else {
      return []
    }
    let mode = config.setting("archive_mode")
    if let mode, PostgreSQLValue.bool(mode.value.text) != false {
      return [conflict(level, with: mode)]
    }
    // Without the line it is 10.
    guard let senders = config.setting("max_wal_senders") else {
      let message = "`wal_level = minimal` requires `max_wal_senders = 0`"
      return [Diagnostic(.postgresqlConflict, at: level.value.range, message)]
    }
    guard let count = config.number("max_wal_senders"), count > 0 else { return [] }
    return [conflict(level, with: senders)]
  }

  /// What is kept for some users must leave something for the others.
  private static func reserved(in config: PostgreSQLConfig) -> [Diagnostic] {
    let names = ["superuser_reserved_connections", "reserved_connections"]
    guard let all = config.number("max_connections"),
      let setting = names.compactMap(config.setting).last
    else { return [] }
    let kept = (config.number(names[0]) ?? 3) + (config.number(names[1]) ?? 0)
    guard kept >= all else { return [] }
    let message = "reserved connections must be fewer than `max_connections`"
    return [Diagnostic(.postgresqlConflict, at: setting.value.range, message)]
  }

  private static func conflict(
    _ level: PostgreSQLSetting,
    with other: PostgreSQLSetting
  ) -> Diagnostic {
    Diagnostic(
      .postgresqlConflict,
      at: level.value.range,
      "`wal_level = minimal` cannot be used with `\(other.key) = \(other.value.text)`",
      notes: [Note("`\(other.key)` is set here", at: Location(range: other.name.range))]
    )
  }
}
