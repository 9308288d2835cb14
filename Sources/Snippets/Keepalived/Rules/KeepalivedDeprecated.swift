internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedDeprecated = Rule(
    "keepalived/deprecated",
    .warning,
    reports: "A keyword that keepalived has renamed.",
    why: "Keepalived logs a warning, and a later version drops the old name.",
    fires: .keepalived(Rule.Example.keepalivedCheck("nb_get_retry 3")),
    fixed: .keepalived(Rule.Example.keepalivedCheck("retry 3"))
  )
}

extension Rule.Example {
  /// A virtual server whose real one is asked for a page.
  fileprivate static func keepalivedCheck(_ line: String) -> String {
    "virtual_server 10.0.0.10 80 {\n  delay_loop 5\n  lb_algo rr\n  lb_kind NAT\n  protocol TCP\n"
      + "  real_server 10.0.0.11 80 {\n    HTTP_GET {\n      \(line)\n      url {\n        path /\n"
      + "      }\n    }\n  }\n}"
  }
}

extension Diagnostic {
  static func keepalivedDeprecated(_ name: Word, by successor: String) -> Diagnostic {
    Diagnostic(
      .keepalivedDeprecated,
      at: name.range,
      "`\(name.text)` is deprecated; its new name is `\(successor)`",
      fixes: .replacements([successor], at: name.range)
    )
  }
}
