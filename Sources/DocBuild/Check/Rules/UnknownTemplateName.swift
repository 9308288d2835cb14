package import Diagnostics

extension Rule {
  package static let unknownTemplateName = Rule(
    "template/unknown-name",
    reports: "A template asks for a name that no page gives.",
    why: "The place on the page would stay empty, and nobody would see why.",
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
        ? "`\(name)` is a list and wants `{{#\(name)}}…{{/\(name)}}` around what is repeated"
        : "no page gives a template the name `\(name)` here",
      fixes: .didYouMean(nearest, at: location)
    )
  }
}
