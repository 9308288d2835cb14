internal import Diagnostics

extension Rule {
  static let misplacedPlaceholder = Rule(
    "placeholder/markup",
    reports: "A placeholder in a part of HTML where a value could become markup or a program.",
    why:
      "Values are printed as text, but here a browser would read them as something else.",
    fires: "# Files\n\n<p title=<<net.gateway>>>The gateway</p>\n",
    fixed: "# Files\n\n<p title=\"<<net.gateway>>\">The gateway</p>\n"
  )
}

extension Diagnostic {
  static func misplacedPlaceholder(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.misplacedPlaceholder, at: location, expected)
  }
}
