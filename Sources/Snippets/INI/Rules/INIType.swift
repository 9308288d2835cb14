internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let iniType = Rule(
    "ini/type",
    reports: "A value that the program cannot read, or that is not one of those allowed.",
    why:
      "PgBouncer does not start, pgBackRest stops when it needs the value, systemd ignores the line.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer]\npool_mode = transactional"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\npool_mode = transaction")
  )
}

extension Diagnostic {
  static func wrongINIValue(
    _ entry: INIFile.Entry,
    expected: String,
    nearest: [String],
    lines: LineDialect
  ) -> Diagnostic {
    let isEmpty = entry.range.isEmpty
    let got = isEmpty ? "nothing" : "`\(entry.value)`"
    let hasComment = (Array("#;".utf8) as [UInt8]).contains { mark in
      entry.value.contains(" " + [mark].text)
    }
    return Diagnostic(
      .iniType,
      at: isEmpty ? entry.keyRange : entry.range,
      "expected \(expected) for `\(entry.key)`, found \(got)",
      notes: hasComment ? [Note("A comment needs a line of its own.")] : [],
      fixes: isEmpty ? [] : .replacements(nearest, at: entry.range)
    )
  }

  /// A value that has the right form and is wrong all the same.
  static func wrongINIValue(at range: Range<Int>, _ message: String) -> Diagnostic {
    Diagnostic(.iniType, at: range, message)
  }

  /// A value that the program warns of, and reads over.
  static func ignoredINIValue(at range: Range<Int>, _ message: String) -> Diagnostic {
    var finding = Diagnostic(.iniType, at: range, message)
    finding.severity = .warning
    return finding
  }
}
