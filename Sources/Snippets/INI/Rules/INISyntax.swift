internal import Diagnostics
internal import Languages

extension Rule {
  static let iniSyntax = Rule(
    "ini/syntax",
    reports: "A line of an INI file is neither a section, a key with its value, nor a comment.",
    why: "The program refuses the file as a whole.",
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
    Diagnostic(.iniSyntax, at: range, "a section such as `[name]`, alone on its line, is expected")
  }

  static func noSeparator(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "a line such as `key = value` is expected")
  }

  static func wrongKey(_ key: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .iniSyntax,
      at: range,
      key.isEmpty ? "a key is expected before the `=`" : "`\(key)` cannot be a key here"
    )
  }

  private static func keyWithoutSection(_ key: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "a section such as `[name]` is expected before `\(key)`")
  }
}
