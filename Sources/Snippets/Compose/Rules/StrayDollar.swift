internal import Diagnostics

extension Rule {
  static let strayDollar = Rule(
    "compose/dollar",
    .warning,
    reports: "A `$` that is not followed by the name of a variable.",
    why:
      "Docker Compose 2 leaves it as it is, docker-compose 1 rejects the file; `$$` works in both.",
    fires: .compose("command: grep -c OK$ /log"),
    fixed: .compose("command: grep -c OK$$ /log")
  )
}

extension Rule.Example {
  /// A page with a compose file of one service that has a line more.
  static func compose(_ line: String) -> Rule.Example {
    let head = "# Files\n\n```yaml schema=compose\nservices:\n  a:\n    image: a:1\n"
    return Rule.Example("\(head)    \(line)\n```\n")
  }
}

extension Diagnostic {
  static func strayDollar(at range: Range<Int>) -> Diagnostic {
    let dollar = range.lowerBound..<(range.lowerBound + 1)
    return Diagnostic(
      .strayDollar,
      at: range,
      "expected the name of a variable after `$`; write `$$` for a literal `$`",
      fixes: [Fix("write `$$`", edits: [Edit(Location(range: dollar), with: "$$")])]
    )
  }
}
