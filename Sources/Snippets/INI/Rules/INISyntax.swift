internal import Diagnostics
internal import Languages

extension Rule {
  static let iniSyntax = Rule(
    "ini/syntax",
    reports:
      "A line of an INI file that is neither a section, a key with its value, nor a comment.",
    why: "The program rejects the whole file.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer\nlisten_port = 6432"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nlisten_port = 6432")
  )
}

extension INIFile {
  /// What is wrong with its lines.
  var syntaxFindings: [Diagnostic] { mistakes.map { .iniMistake($0) } }
}

extension Diagnostic {
  fileprivate static func iniMistake(_ mistake: INIMistake) -> Diagnostic {
    switch mistake.kind {
    case .section: wrongSection(at: mistake.range)
    case .separator: noSeparator(at: mistake.range)
    case .key(let key): wrongKey(key, at: mistake.range)
    case .keyWithoutSection(let key): keyWithoutSection(key, at: mistake.range)
    }
  }

  static func wrongSection(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "expected a section such as `[name]` on a line of its own")
  }

  static func noSeparator(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "expected a line such as `key = value`")
  }

  static func wrongKey(_ key: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniSyntax,
      at: range,
      key.isEmpty ? "expected a key before `=`" : "expected a key, found `\(key)`"
    )
  }

  private static func keyWithoutSection(_ key: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "expected a section such as `[name]` before `\(key)`")
  }
}
