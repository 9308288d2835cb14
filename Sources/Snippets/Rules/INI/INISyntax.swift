internal import Diagnostics

extension Rule {
  static let iniSyntax = Rule(
    "ini/syntax",
    reports: "A line of an INI file is neither a section, a key with its value, nor a comment.",
    why: "The program refuses the file as a whole.",
    fires: .fence("ini file=pgbouncer.ini", "[pgbouncer\nlisten_port = 6432"),
    fixed: .fence("ini file=pgbouncer.ini", "[pgbouncer]\nlisten_port = 6432")
  )
}

extension Diagnostic {
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

  static func keyWithoutSection(_ key: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniSyntax, at: range, "a section such as `[name]` is expected before `\(key)`")
  }
}
