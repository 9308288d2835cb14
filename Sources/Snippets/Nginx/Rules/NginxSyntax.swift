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
    reports: "A `;`, a brace or a quote of nginx that is missing or too much.",
    why: "nginx refuses the whole configuration, or takes the next line for more arguments.",
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
      "a `;` is expected behind `\(word.text)`",
      fixes: [Fix("write `;`", edits: [Edit(end, with: ";")])]
    )
  }

  static func nginxUnclosed(_ name: Word) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: name.range, "a `}` is expected that closes this `\(name.text)`")
  }

  static func nginxStray(_ brace: Word) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: brace.range, "no block is open that this `}` could close")
  }

  static func nginxNothing(before sign: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "a directive is expected before this `\(sign)`")
  }

  static func nginxTooDeep(_ name: Word, _ depth: Int) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: name.range, "blocks are expected to be at most \(depth) deep")
  }

  static func nginxQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "this quote must be closed")
  }

  static func nginxBehindQuote(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.nginxSyntax, at: range, "a blank or a `;` is expected behind the closing quote")
  }

  /// A block that is missing, or one that is too much.
  static func nginxBlock(_ name: Word, isExpected: Bool) -> Diagnostic {
    let message =
      isExpected
      ? "a block in `{` and `}` is expected behind `\(name.text)`"
      : "a `;` is expected behind `\(name.text)`, which has no block"
    return Diagnostic(.nginxSyntax, at: name.range, message)
  }
}
