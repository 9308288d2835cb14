internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let shellContinuation = Rule(
    "shell/continuation",
    reports: "A backslash at the end of a line that does not join it with the next one.",
    why: "The command ends there, and the shell runs its options as another command.",
    fires: .fence("bash", "docker run --rm \\ \n  --network host alpine"),
    fixed: .fence("bash", "docker run --rm \\\n  --network host alpine")
  )
}

extension Diagnostic {
  static func brokenContinuations(in script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for command in script.commands {
      guard let last = command.words.last, text[last.range].elementsEqual("\\ ".utf8) else {
        continue
      }
      let blanks = text[(last.range.lowerBound + 1)...].prefix { $0.isBlank }
      guard blanks.endIndex == text.count || text[blanks.endIndex] == UInt8(ascii: "\n") else {
        continue
      }
      let edit = Edit(Location(range: blanks.startIndex..<blanks.endIndex), with: "")
      findings.append(
        Diagnostic(
          .shellContinuation,
          at: last.range.lowerBound..<blanks.endIndex,
          "expected nothing after the backslash that joins two lines, found spaces",
          fixes: [Fix("remove the spaces", edits: [edit])]
        )
      )
    }
    return findings + commentsBetweenLines(script, text)
  }

  /// A comment ends the command that a backslash joined it to.
  private static func commentsBetweenLines(_ script: ShellScript, _ text: [UInt8]) -> [Diagnostic] {
    script.comments.compactMap { comment in
      let before = text[..<comment.lowerBound].reversed().drop { $0.isBlank }
      let next = text[comment.upperBound...].dropFirst().drop { $0.isBlank }
      guard before.starts(with: "\n\\".utf8), next.starts(with: "-".utf8) else { return nil }
      return Diagnostic(
        .shellContinuation,
        at: comment,
        "the comment ends the command, so the options on the next line are not part of it"
      )
    }
  }
}
