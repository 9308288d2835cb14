internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlDuplicate = Rule(
    "postgresql/duplicate",
    .warning,
    reports: "A parameter stands twice, and the second line undoes the first.",
    why: "PostgreSQL says nothing: only the last line counts.",
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
        "`\(setting.key)` stands here again, and only this line counts",
        notes: [Note("the line that it undoes", at: Location(range: first.range))]
      )
    }
  }
}
