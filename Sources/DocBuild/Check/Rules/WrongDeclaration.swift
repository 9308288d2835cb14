internal import Diagnostics

extension Rule {
  static let wrongDeclaration = Rule(
    "data/declaration",
    reports: "A file of the project holds something other than its format says.",
    why: "A declaration that is not understood cannot be checked, so its mistakes would pass.",
    fires: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv5\n  source: common\n  about: The gateway.\n"
    ),
    fixed: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv4\n  source: common\n  about: The gateway.\n"
    )
  )
}

extension Diagnostic {
  static func wrongDeclaration(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongDeclaration, at: location, expected)
  }

  static func unknownField(
    _ name: String,
    at location: Location,
    nearest: [String],
    allowed: [String]
  ) -> Diagnostic {
    let names = allowed.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .wrongDeclaration,
      at: location,
      "there is no field `\(name)` here",
      notes: [Note("the fields are \(names)")],
      fixes: .didYouMean(nearest, at: location)
    )
  }

  static func unknownType(_ name: String, at location: Location, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: location,
      "there is no type `\(name)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }
}
