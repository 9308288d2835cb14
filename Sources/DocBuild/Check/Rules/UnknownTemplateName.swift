package import Diagnostics

extension Rule {
  package static let unknownTemplateName = Rule(
    "template/unknown-name",
    reports: "A name in a template that the page does not supply.",
    why: "The place on the page would silently stay empty.",
    fires: Example(path: "site-templates/foot.html", "<footer>{{site_titel}}</footer>\n"),
    fixed: Example(path: "site-templates/foot.html", "<footer>{{site_title}}</footer>\n")
  )
}

extension Diagnostic {
  package static func unknownTemplateName(
    _ name: String,
    at location: Location,
    isList: Bool,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownTemplateName,
      at: location,
      isList
        ? "expected `{{#\(name)}}…{{/\(name)}}` around what is repeated, found the list `\(name)`"
        : "undefined name `\(name)` in this template",
      fixes: .didYouMean(nearest, at: location)
    )
  }
}
