public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A space at the end of a line of a block.
  public static let trailingBlank = Rule(
    "yaml/trailing-blank",
    .warning,
    reports: "A line of a block (`|` or `>`) that ends in spaces, which nobody sees.",
    why: "They are part of the string, so a `\\` before them no longer continues a command.",
    fires: .yaml("script: |\n  run \\ \n    --now"),
    fixed: .yaml("script: |\n  run \\\n    --now")
  )
}

extension Diagnostic {
  static func trailingBlanks(in source: YAMLSource) -> [Diagnostic] {
    source.tree.nodes.filter { $0.style.isBlock && !$0.isAlias }.flatMap { node in
      source.lines(beginningIn: node.range).compactMap { line in
        var start = line.upperBound
        while start > line.lowerBound, source.text[start - 1].isBlank { start -= 1 }
        guard start > line.lowerBound, start < line.upperBound else { return nil }
        let place = Location(range: start..<line.upperBound)
        return Diagnostic(
          .trailingBlank,
          at: place,
          "spaces at the end of a line are part of the string",
          fixes: [Fix("remove them", edits: [Edit(place, with: "")])]
        )
      }
    }
  }
}
