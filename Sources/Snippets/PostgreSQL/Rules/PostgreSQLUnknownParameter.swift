internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlUnknownParameter = Rule(
    "postgresql/unknown-parameter",
    reports: "A parameter that PostgreSQL does not have, or that a file cannot set.",
    why: "PostgreSQL rejects the whole file and does not start.",
    fires: .postgresql("max_connection = 100"),
    fixed: .postgresql("max_connections = 100")
  )

  static let postgresqlVersion = Rule(
    "postgresql/version",
    .warning,
    reports: "A parameter that a version of PostgreSQL up to 18 has removed.",
    why: "A version without the parameter rejects the whole file and does not start.",
    fires: .postgresql("wal_keep_segments = 64"),
    fixed: .postgresql("wal_keep_size = 1GB")
  )
}

extension Diagnostic {
  static func postgresqlUnknown(_ name: Word) -> Diagnostic {
    let near = NameIndex(PostgreSQLTable.all.names).nearest(to: name.text)
    return Diagnostic(
      .postgresqlUnknownParameter,
      at: name.range,
      "unknown parameter `\(name.text)`",
      fixes: .replacements(near, at: name.range)
    )
  }

  static func postgresqlPreset(_ name: Word) -> Diagnostic {
    let message =
      "`\(name.text)` is fixed when PostgreSQL is built or started; a file cannot set it"
    return Diagnostic(.postgresqlUnknownParameter, at: name.range, message)
  }

  static func postgresqlRemoved(
    _ name: Word,
    in version: String,
    instead successor: String?
  ) -> Diagnostic {
    let instead = successor.map { "; use `\($0)`" } ?? ""
    let message = "PostgreSQL \(version) removed `\(name.text)`\(instead)"
    var finding = Diagnostic(.postgresqlVersion, at: name.range, message)
    // Debian 12 has 15, which rejects it.
    if let number = Double(version), number <= 15 { finding.severity = .error }
    return finding
  }
}
