internal import Diagnostics
internal import Machine

extension Rule {
  static let unsafePath = Rule(
    "snippet/path",
    reports: "The path of a fence's file is no file in its folder, or is another file's folder.",
    why: "The file could not be written where the guide says, or would land elsewhere.",
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
      "`\(file)` cannot be beside `\(other)`: one is the other's folder",
      notes: [Note("the other file is shown here", at: first)]
    )
  }
}
