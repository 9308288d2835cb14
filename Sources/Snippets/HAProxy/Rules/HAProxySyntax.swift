internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func haproxy(_ lines: String) -> Rule.Example { .fence("haproxy file=haproxy.cfg", lines) }

  /// A configuration that HAProxy accepts, with some lines of its frontend and its backend.
  static func haproxyFile(_ frontend: String, _ backend: String = "") -> String {
    """
    defaults
        mode http
        timeout connect 5s
        timeout client 1m
        timeout server 1m
    frontend web
        bind 10.0.0.10:80
        default_backend app
    \(frontend)
    backend app
        server app1 10.0.0.11:8008 check
    \(backend)
    """
  }
}

extension Rule {
  static let haproxySyntax = Rule(
    "haproxy/syntax",
    reports:
      "An unclosed quote, bracket or brace, or a line outside of any section.",
    why: "HAProxy rejects the whole file.",
    fires: .haproxy(Rule.Example.haproxyFile("    acl old path_beg \"/old")),
    fixed: .haproxy(Rule.Example.haproxyFile("    http-request deny if { path_beg \"/old\" }"))
  )
}

extension Diagnostic {
  static func haproxyQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.haproxySyntax, at: range, "missing closing quote on this line")
  }

  static func haproxyEscape(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.haproxySyntax, at: range, "expected two hexadecimal digits after `\\x`")
  }

  static func haproxyOutside(_ word: Word) -> Diagnostic {
    let message = "expected a section such as `frontend` before `\(word.text)`"
    return Diagnostic(.haproxySyntax, at: word.range, message)
  }

  static func haproxyBracket(_ name: Word) -> Diagnostic {
    Diagnostic(.haproxySyntax, at: name.range, "missing closing `)` after `\(name.text)(`")
  }

  static func haproxyCondition(_ range: Range<Int>, _ message: String) -> Diagnostic {
    Diagnostic(.haproxySyntax, at: range, message + " this word")
  }

  static func haproxyName(_ word: Word, _ noun: String, _ character: Character) -> Diagnostic {
    let message = "expected letters, digits and `-_.:` in the name of \(noun), found `\(character)`"
    return Diagnostic(.haproxySyntax, at: word.range, message)
  }

  static func haproxyHeader(_ word: Word, _ section: Word) -> Diagnostic {
    let message =
      "expected `bind \(word.text)` on a line of its own, found an address after `\(section.text)`"
    return Diagnostic(.haproxySyntax, at: word.range, message)
  }
}
