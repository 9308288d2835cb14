package import Diagnostics

extension Rule {
  package static let unusedTemplate = Rule(
    "template/unused-file",
    .warning,
    reports: "A file of the project's templates that no page uses or inserts.",
    why: "A mistyped name leaves the built-in template in place.",
    fires: Example(path: "site-templates/foott.html", "<footer></footer>\n"),
    fixed: Example(path: "site-templates/foot.html", "<footer></footer>\n")
  )
}

extension Diagnostic {
  package static func unusedTemplate(
    _ name: String,
    _ path: String,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unusedTemplate,
      at: Location(path: path, range: 0..<0),
      "unused template `\(name)`",
      fixes: nearest.map { .didYouMean($0) }
    )
  }
}
