internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func nginx(_ lines: String) -> Rule.Example {
    .fence("nginx file=etc/nginx/nginx.conf", lines)
  }
  static func nginxSite(_ lines: String) -> Rule.Example {
    .fence("nginx file=etc/nginx/conf.d/site.conf", lines)
  }

  /// A site that nginx accepts, with some lines in its server.
  static func nginxServer(_ lines: String) -> String {
    "server {\n    listen 80;\n    server_name example.org;\n\(lines)\n}"
  }
}

extension Rule {
  static let nginxSyntax = Rule(
    "nginx/syntax",
    reports: "A missing or unmatched `;`, brace or quote.",
    why: "nginx rejects the whole configuration, or reads the next line as more arguments.",
    fires: .nginxSite(Rule.Example.nginxServer("    root /var/www\n    index index.html;")),
    fixed: .nginxSite(Rule.Example.nginxServer("    root /var/www;\n    index index.html;"))
  )
}

extension Diagnostic {
  static func nginxSemicolon(behind word: Word) -> Diagnostic {
    let end = Location(range: word.range.upperBound..<word.range.upperBound)
    return Diagnostic(
      .nginxSyntax,
      at: word.range,
      "expected `;` after `\(word.text)`",
      fixes: [Fix("write `;`", edits: [Edit(end, with: ";")])]
    )
  }

  static func nginxUnclosed(_ name: Word) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: name.range, "missing `}` for this `\(name.text)`").damaging(.rest)
  }

  static func nginxStray(_ brace: Word) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: brace.range, "unmatched `}`").damaging(.rest)
  }

  static func nginxNothing(before sign: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "expected a directive before `\(sign)`")
  }

  static func nginxTooDeep(_ name: Word, _ depth: Int) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: name.range, "blocks are nested more than \(depth) deep")
  }

  static func nginxQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "unclosed quote")
  }

  static func nginxBehindQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "expected a space or `;` after the closing quote")
  }

  /// A block that is missing, or one that is too much.
  static func nginxBlock(_ name: Word, isExpected: Bool) -> Diagnostic {
    let message =
      isExpected
      ? "expected a block in `{` and `}` after `\(name.text)`"
      : "expected `;` after `\(name.text)`, which has no block"
    return Diagnostic(.nginxSyntax, at: name.range, message).damaging(.rest)
  }
}
