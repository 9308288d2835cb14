internal import Diagnostics
internal import Languages

extension Rule {
  static let postgresqlUnknownParameter = Rule(
    "postgresql/unknown-parameter",
    reports: "A parameter that PostgreSQL does not know, or that no file may set.",
    why: "PostgreSQL refuses the whole file and does not start.",
    fires: .postgresql("max_connection = 100"),
    fixed: .postgresql("max_connections = 100")
  )

  static let postgresqlVersion = Rule(
    "postgresql/version",
    .warning,
    reports: "A parameter that some version of PostgreSQL up to 18 knows no longer.",
    why: "The newer version refuses the whole file and does not start.",
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
      "PostgreSQL has no parameter `\(name.text)`",
      fixes: .replacements(near, at: name.range)
    )
  }

  static func postgresqlPreset(_ name: Word) -> Diagnostic {
    let message = "`\(name.text)` tells how PostgreSQL was built or started: no file sets it"
    return Diagnostic(.postgresqlUnknownParameter, at: name.range, message)
  }

  static func postgresqlRemoved(
    _ name: Word,
    in version: String,
    instead successor: String?
  ) -> Diagnostic {
    let instead = successor.map { ": `\($0)` replaces it" } ?? ""
    let message = "PostgreSQL has no `\(name.text)` since \(version)\(instead)"
    var finding = Diagnostic(.postgresqlVersion, at: name.range, message)
    // What Debian 12 has refuses it.
    if let number = Double(version), number <= 15 { finding.severity = .error }
    return finding
  }
}
