internal import Diagnostics

extension Rule {
  static let iniDeprecated = Rule(
    "ini/deprecated",
    .warning,
    reports: "A key that the program has renamed.",
    why: "The old name works for now, but a later version drops it.",
    fires: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nMemoryLimit=1G"),
    fixed: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nMemoryMax=1G")
  )

  static let iniVersion = Rule(
    "ini/version",
    .warning,
    reports: "A key that the program's version in Debian 12 does not have.",
    why: "An older PgBouncer rejects the whole file; an older systemd ignores the line.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nmax_prepared_statements = 100"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\npool_mode = transaction")
  )
}

extension Diagnostic {
  static func replacedKey(_ key: String, by successor: String, at range: Range<Int>) -> Diagnostic {
    let edit = Edit(Location(range: range), with: successor)
    return Diagnostic(
      .iniDeprecated,
      at: range,
      "`\(key)` is deprecated; its new name is `\(successor)`",
      fixes: [Fix("write `\(successor)`", edits: [edit])]
    )
  }

  static func newerKey(_ key: String, since version: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniVersion, at: range, "`\(key)` requires \(version) or later")
  }
}
