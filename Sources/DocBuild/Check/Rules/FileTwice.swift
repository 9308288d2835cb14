internal import Diagnostics
internal import Machine

extension Rule {
  static let fileTwice = Rule(
    "snippet/file-twice",
    reports:
      "A file of a server that two documents show, or that is shown for two hosts that share the server.",
    why: "An operator would write it twice, and the second would replace the first.",
    fires: .documents(that: "a.txt"),
    fixed: .documents(that: "b.txt")
  )
}

extension Rule.Example {
  /// Two documents, of which the second shows a file and the first `a.txt`.
  fileprivate static func documents(that show: String) -> Rule.Example {
    func page(_ file: String) -> String { "# Files\n\n```text file=\(file) host=web\na\n```\n" }
    return .chapter(
      page("a.txt"),
      beside: [.init(path: "guides/2-b/1-b.md", text: page(show))]
    )
  }
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
      "duplicate file `\(file)` of `\(host)`, which another document shows",
      notes: [Note("first shown here", at: first)]
    )
  }

  static func fileOfTwoHosts(
    _ file: String,
    on server: String,
    at location: Location,
    first: Location
  ) -> Diagnostic {
    Diagnostic(
      .fileTwice,
      at: location,
      "duplicate file `\(file)` of server `\(server)`, which another `host=` shows",
      notes: [Note("first shown here", at: first)]
    )
  }
}
