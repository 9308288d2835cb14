internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let shellContinuation = Rule(
    "shell/continuation",
    reports: "A backslash at the end of a line does not join it with the next one.",
    why: "The command ends there, and the shell takes its options for another command.",
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
          "nothing may follow the backslash that joins two lines, not even a blank",
          fixes: [Fix("remove the blanks", edits: [edit])]
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
        "a comment ends the command; the options on the next line are no part of it"
      )
    }
  }
}
