internal import Diagnostics
internal import Machine

extension Rule {
  static let unsafePath = Rule(
    "snippet/path",
    reports: "A path of a fence's file that leaves its folder, or that is another file's folder.",
    why: "`docbuild extract` could not write the file where the guide says.",
    fires: "# Files\n\n```text file=../a.txt\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
  )
}

extension Diagnostic {
  static func unsafePath(_ expected: String, at location: Location) -> Diagnostic {
    Diagnostic(.unsafePath, at: location, expected)
  }

  /// Two files of a server, of which one would have to be the other's folder.
  static func fileIsFolder(
    _ file: String,
    _ other: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .unsafePath,
      at: location,
      "`\(file)` conflicts with `\(other)`; one is the other's folder",
      notes: [Note("the other file is shown here", at: first)]
    )
  }
}
