internal import Diagnostics
internal import Machine

extension Rule {
  static let fileTwice = Rule(
    "snippet/file-twice",
    reports: "Two documents show the same file of the same host.",
    why: "An operator would write it twice, and the second would replace the first.",
    fires: "# Files\n\n```text file=a.txt host=nowhere\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
  )
}

extension Diagnostic {
  static func fileTwice(
    _ file: String,
    host: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .fileTwice,
      at: location,
      "`\(file)` of `\(host)` is shown by another document too",
      notes: [Note("it is shown here first", at: first)]
    )
  }
}
