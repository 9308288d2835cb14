public import Diagnostics

extension Rule {
  /// A variable that vars.yml cannot set.
  public static let noEffect = Rule(
    "vars/no-effect",
    .warning,
    reports: "A variable that a role sets itself, after vars.yml is read.",
    why: "The value in vars.yml never reaches the program.",
    fires: .shop("shop_mail_tls: true"),
    fixed: .shop("shop_mail_encryption: tls")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(
      lines,
      of: ["shop_mail_encryption\tstring", "shop_mail_tls\tbool\t\tno-effect"]
    )
  }
}

extension Diagnostic {
  /// A variable in the text of another, where no role reads it.
  static func noEffect(
    _ name: String,
    at range: Range<Int>,
    inside other: String,
    renamed: String?
  ) -> Diagnostic {
    Diagnostic(
      .noEffect,
      at: range,
      "variable `\(name)` has no effect in the text of `\(other)`",
      notes: [Note("Set `\(renamed ?? name)` next to `\(other)`.")]
    )
  }

  static func noEffect(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .noEffect,
      at: range,
      "`\(name)` has no effect in vars.yml; its role sets it afterwards"
    )
  }
}
