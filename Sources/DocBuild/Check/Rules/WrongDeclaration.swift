internal import Diagnostics
internal import Machine
internal import Snippets

extension Rule {
  static let wrongDeclaration = Rule(
    "data/declaration",
    reports: "A file of the project holds something other than its format says.",
    why: "A declaration that is not understood cannot be checked, so its mistakes would pass.",
    fires: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv5\n  source: common\n  about: The gateway.\n",
      beside: [.init(path: "data/common.yml", text: "net: { gateway: 10.0.0.9 }\n")]
    ),
    fixed: Example(
      path: "data/keys.yml",
      "net.gateway:\n  type: ipv4\n  source: common\n  about: The gateway.\n",
      beside: [.init(path: "data/common.yml", text: "net: { gateway: 10.0.0.9 }\n")]
    )
  )
}

extension Diagnostic {
  static func wrongDeclaration(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.wrongDeclaration, at: location, expected)
  }

  /// Two chapters, or a chapter and the page of its document, have one page.
  static func pageClash(_ page: String, of path: String, _ other: String?) -> Diagnostic {
    let start = Location(path: path, range: 0..<0)
    let taken = other.map { "`\($0)`" } ?? "the list of chapters"
    return Diagnostic(
      .wrongDeclaration,
      at: start,
      "a page of its own is expected, but `\(page)` is that of \(taken)"
    )
  }

  static func customerName(_ name: String, of path: String) -> Diagnostic {
    Diagnostic(
      .wrongDeclaration,
      at: Location(path: path, range: 0..<0),
      "an overlay's file name is made of lower-case letters, digits and hyphens and is no "
        + "scale's, unlike `\(name)`"
    )
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

  /// A cell of a catalog's table.
  static func wrongTable(
    _ mistake: CatalogMistake,
    of catalog: String,
    in project: Project
  ) -> Diagnostic {
    let path = Files.displayed(project.path(of: mistake.table, ofCatalog: catalog))
    let location = Location(path: path, range: mistake.range)
    return Diagnostic(
      .wrongDeclaration,
      at: location,
      mistake.message,
      fixes: .didYouMean(mistake.nearest, at: location)
    )
  }
}
