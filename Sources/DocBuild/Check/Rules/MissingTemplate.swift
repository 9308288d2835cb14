package import Diagnostics

extension Rule {
  package static let missingTemplate = Rule(
    "template/missing-file",
    reports: "A template that inserts itself, or a file that does not exist.",
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
      "undefined template `\(name)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  package static func templateInItself(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.missingTemplate, at: location, "`\(name)` inserts itself, which is a cycle")
  }
}
