internal import Diagnostics

extension Rule {
  static let unusedKey = Rule(
    "data/unused-key",
    .warning,
    reports: "A key is declared, and nothing reads it.",
    why: "A customer is asked for a value that changes nothing, or a page lost its placeholder.",
    fires: Example(path: "guides/1-a/1-a.md", "# A\n"),
    fixed: Example(path: "guides/1-a/1-a.md", "# A\n\n<<net.gateway>> <<net.list>>\n")
  )
}

extension Diagnostic {
  static func unusedKey(_ key: String, at location: Location) -> Diagnostic {
    Diagnostic(.unusedKey, at: location, "`\(key)` is declared, but nothing reads it")
  }
}
