internal import Diagnostics

extension Rule {
  static let missingFile = Rule(
    "link/missing-file",
    reports: "A link to a guide or page that does not exist.",
    why: "Readers in the middle of a procedure land nowhere.",
    fires: "# Steps\n\nSee [the next step](nowhere.md).\n",
    fixed: "# Steps\n\nSee [the next step](#steps).\n"
  )
}

extension Diagnostic {
  static func missingFile(_ target: String, at location: Location, nearest: [String]) -> Diagnostic
  {
    Diagnostic(
      .missingFile,
      at: location,
      "missing \(noun(of: target)) `\(target)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  /// What a destination looks like: a page, or another file.
  private static func noun(of target: String) -> String {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    let name = path.split(separator: "/").last ?? ""
    let isPage = path.hasPrefix("set:") || name.hasSuffix(".md") || name.hasSuffix(".html")
    return isPage || !name.contains(".") && !path.hasPrefix("file:") ? "page" : "file"
  }

  /// A link to a file that is there and on no page.
  static func fileOutside(_ target: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .missingFile,
      at: location,
      "missing page `\(target)`; the file is outside of `guides`",
      fixes: [Fix("`repository:` of docbuild.yml makes such links addresses of the repository")]
    )
  }
}
