package import Diagnostics

extension Rule {
  package static let missingTemplate = Rule(
    "template/missing-file",
    reports: "A template inserts a file that does not exist, or itself.",
    why: "A part of every page would be missing.",
    fires: Example(path: "site-templates/foot.html", "<footer>{{>imprint.html}}</footer>\n"),
    fixed: Example(path: "site-templates/foot.html", "<footer>{{site_title}}</footer>\n")
  )
}

extension Diagnostic {
  package static func missingTemplate(
    _ name: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .missingTemplate,
      at: location,
      "there is no template `\(name)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  package static func templateInItself(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.missingTemplate, at: location, "`\(name)` is expected not to insert itself")
  }
}
