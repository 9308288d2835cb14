public import Diagnostics

extension Rule {
  /// A text is not YAML.
  public static let yamlSyntax = Rule(
    "yaml/syntax",
    reports: "A snippet is not YAML.",
    why: "The program that reads the file refuses it as a whole.",
    fires: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na: [1, 2\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na: [1, 2]\n```\n"
  )
}

extension Diagnostic {
  static func tooDeep(at offset: Int, _ deepest: Int) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      at: offset..<(offset + 1),
      "at most \(deepest) levels of nesting are read"
    )
  }

  static func tooManyAliases(at range: Range<Int>, _ most: Int) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      at: range,
      "at most \(most) values are read once the aliases are written out"
    )
  }

  /// Words a failure of the parser: what was expected, where.
  static func yamlFailure(_ failure: YAMLEvents.Failure, in text: [UInt8]) -> Diagnostic {
    let offset = min(failure.offset, text.count)
    if let tab = indentingTab(before: offset, in: text) {
      return Diagnostic(
        .yamlTab,
        at: tab,
        "blanks are expected as indentation, not a tab",
        fixes: [Fix("write two blanks", edits: [Edit(Location(range: tab), with: "  ")])]
      )
    }
    let place = offset < text.count ? offset..<(offset + 1) : max(0, text.count - 1)..<text.count
    return Diagnostic(.yamlSyntax, at: place, sentence(for: failure))
  }

  /// A tab at the start of the line on which the parser stopped.
  private static func indentingTab(before offset: Int, in text: [UInt8]) -> Range<Int>? {
    var start = offset
    while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var place = start
    while place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    guard place < text.count, text[place] == UInt8(ascii: "\t") else { return nil }
    return place..<(place + 1)
  }

  private static func sentence(for failure: YAMLEvents.Failure) -> String {
    let sentences = [
      "mapping values are not allowed in this context":
        "a `:` is not expected here; quote the value, or check the indentation",
      "did not find expected key":
        "a key at the indentation of this mapping is expected here",
      "did not find expected ',' or ']'": "a `,` or the closing `]` is expected here",
      "did not find expected ',' or '}'": "a `,` or the closing `}` is expected here",
      "could not find expected ':'": "a `:` is expected after the key",
      "did not find expected '-' indicator":
        "a `-` at the indentation of this list is expected here",
      "found unexpected end of stream": "the text ends before the closing quote",
      "found character that cannot start any token":
        "a value cannot begin with this character; put it in quotes",
      "did not find expected alphabetic or numeric character":
        "the name of an anchor or alias is expected; quote the value if it is none",
      "found undefined tag handle": "a `!` begins a tag; quote the value if it is none",
      "control characters are not allowed": "a control character cannot stand in YAML",
    ]
    if let sentence = sentences[failure.problem] { return sentence }
    let context = failure.context.isEmpty ? "" : " \(failure.context)"
    return "this is not YAML: \(failure.problem)\(context)"
  }
}
