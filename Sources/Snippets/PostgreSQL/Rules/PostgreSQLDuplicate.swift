internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlDuplicate = Rule(
    "postgresql/duplicate",
    .warning,
    reports: "A duplicate parameter; the last line overrides the others.",
    why: "PostgreSQL silently ignores all lines but the last.",
    fires: .postgresql("work_mem = 16MB\nwork_mem = 64MB"),
    fixed: .postgresql("work_mem = 64MB")
  )
}

extension Diagnostic {
  static func postgresqlDuplicates(in config: PostgreSQLConfig) -> [Diagnostic] {
    var last: [String: Word] = [:]
    return config.settings.compactMap { setting in
      if setting.isInclude { return nil }
      defer { last[setting.key] = setting.name }
      guard let first = last[setting.key] else { return nil }
      return Diagnostic(
        .postgresqlDuplicate,
        at: setting.name.range,
        "duplicate parameter `\(setting.key)`; only the last one takes effect",
        notes: [Note("first defined here", at: Location(range: first.range))]
      )
    }
  }
}
