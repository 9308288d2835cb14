internal import Diagnostics

extension Rule {
  static let iniDeprecated = Rule(
    "ini/deprecated",
    .warning,
    reports: "A key has another name by now.",
    why: "The old name works for a while, and vanishes from the program's documentation.",
    fires: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nMemoryLimit=1G"),
    fixed: .fence("ini file=a.service schema=systemd-drop-in", "[Service]\nMemoryMax=1G")
  )

  static let iniVersion = Rule(
    "ini/version",
    .warning,
    reports: "A key is younger than the program of Debian 12.",
    why: "An older PgBouncer refuses the whole file, an older systemd leaves the line out.",
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
      "`\(key)` is called `\(successor)` now",
      fixes: [Fix("write `\(successor)`", edits: [edit])]
    )
  }

  static func newerKey(_ key: String, since version: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniVersion, at: range, "`\(key)` needs \(version) or later")
  }
}
