public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// What lenient readers take and YAML forbids.
  public static let unportable = Rule(
    "yaml/unportable",
    .warning,
    reports: "A form that PyYAML and go-yaml accept and the specification of YAML forbids.",
    why: "Editors and stricter programs reject the file, or read it differently.",
    fires: .yaml("ports: [80, 443]# both"),
    fixed: .yaml("ports: [80, 443] # both")
  )
}

extension Diagnostic {
  /// Comments without a blank before them, dashes in brackets, lines that are indented too little.
  static func unportableForms(in source: YAMLSource) -> [Diagnostic] {
    let comments = source.comments.filter(\.isGlued).map { comment in
      Diagnostic(
        .unportable,
        at: comment.range.lowerBound..<(comment.range.lowerBound + 1),
        "expected a space before the `#` of a comment",
        fixes: [
          Fix(
            "write a space before it",
            edits: [
              Edit(
                Location(range: comment.range.lowerBound..<comment.range.lowerBound),
                with: " "
              )
            ]
          )
        ]
      )
    }
    var findings = comments
    for document in source.tree.documents {
      findLowLines(in: document, column: -1, source, &findings)
    }
    for node in source.tree.nodes where !node.isAlias {
      if node.isFlow, node.isSequence {
        findings += node.elements.filter { $0.isGuessed && $0.text == "-" && !$0.isAlias }.map {
          Diagnostic(.unportable, at: $0.range, "expected quotes around `-` in brackets")
        }
      }
    }
    return findings
  }

  /// Lines of brackets and quotes that stand no deeper than the innermost block around them, whose
  /// column is given.
  private static func findLowLines(
    in node: YAMLNode,
    column: Int,
    _ source: YAMLSource,
    _ findings: inout [Diagnostic]
  ) {
    guard !node.isAlias else { return }
    if node.style.isBlock, let finding = textTakenForComment(behind: node, column, source) {
      findings.append(finding)
    }
    if node.isFlow || node.style == .single || node.style == .double {
      for line in source.lines(beginningIn: node.range) {
        if let finding = lowLine(line, column, source) { findings.append(finding) }
      }
    } else if !node.isScalar {
      let own = source.column(of: node.range.lowerBound)
      for (_, value) in node.entries { findLowLines(in: value, column: own, source, &findings) }
      for element in node.elements { findLowLines(in: element, column: own, source, &findings) }
    }
  }

  private static func lowLine(
    _ line: Range<Int>,
    _ column: Int,
    _ source: YAMLSource
  ) -> Diagnostic? {
    let content = source.text[line]
    let indentation = content.prefix { $0 == 0x20 }.count
    let rest = content.dropFirst(indentation)
    let written = rest.drop(while: \.isBlank)
    guard indentation <= column, let first = written.first, first != UInt8(ascii: "#") else {
      return nil
    }
    if rest.first == UInt8(ascii: "\t") {
      let tab = rest.startIndex..<(rest.startIndex + 1)
      return .tab(at: tab)
    }
    // A closing bracket below its key is what everybody writes.
    guard !written.allSatisfy({ "]}, ".utf8.contains($0) }) else { return nil }
    return Diagnostic(
      .unportable,
      at: written.startIndex..<(written.startIndex + 1),
      "expected this line, which continues a value, to be indented more than its key"
    )
  }

  /// A line behind a block without text that is indented like its text and begins with `#`: blank
  /// lines longer than it make readers take it for a comment.
  private static func textTakenForComment(
    behind node: YAMLNode,
    _ column: Int,
    _ source: YAMLSource
  ) -> Diagnostic? {
    guard node.text.utf8.allSatisfy({ $0 == 0x0A }),
      let comment = source.comments.first(where: { $0.range.lowerBound >= node.range.upperBound })
    else { return nil }
    let start = comment.range.lowerBound
    let between = source.text[node.range.upperBound..<start]
    guard between.allSatisfy({ $0.isBlank || $0 == 0x0A || $0 == 0x0D }),
      source.column(of: start) > column,
      source.text[source.lineStart(of: start)..<start].allSatisfy(\.isBlank)
    else { return nil }
    return Diagnostic(
      .unportable,
      at: comment.range,
      "expected the lines of spaces before the block's first line to be no longer than its indentation"
    )
  }
}
