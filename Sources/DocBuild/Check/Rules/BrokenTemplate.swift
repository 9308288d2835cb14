package import Diagnostics

extension Rule {
  package static let brokenTemplate = Rule(
    "template/syntax",
    reports: "An unclosed or unmatched tag or section of a template.",
    why: "The rest of the page would belong to the section and vanish with it.",
    fires: Example(path: "site-templates/foot.html", "{{#customer}}<p>{{customer}}</p>\n"),
    fixed: Example(
      path: "site-templates/foot.html",
      "{{#customer}}<p>{{customer}}</p>{{/customer}}\n"
    )
  )
}

extension Diagnostic {
  package static func brokenTemplate(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.brokenTemplate, at: location, expected)
  }
}
