internal import Diagnostics

extension Rule {
  static let undeclaredKey = Rule(
    "page/undeclared-key",
    reports: "Front matter has a key that neither docbuild nor docbuild.yml knows.",
    why: "A mistyped key is silently lost; one that another program reads is declared once.",
    fires: "---\nweight: 10\n---\n\n# A page\n",
    fixed: .init(
      "---\nweight: 10\n---\n\n# A page\n",
      beside: [.init(path: "docbuild.yml", text: "title: T\nfront_matter: [weight]\n")]
    )
  )
}

extension Diagnostic {
  static func undeclaredKey(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .undeclaredKey,
      at: location,
      "unknown key `\(name)` in front matter",
      fixes: [Fix("`front_matter: [\(name)]` in docbuild.yml declares it")]
    )
  }
}
