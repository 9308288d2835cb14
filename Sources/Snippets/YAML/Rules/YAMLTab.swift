public import Diagnostics

extension Rule {
  /// A tab indents a line of YAML.
  public static let yamlTab = Rule(
    "yaml/tab",
    reports: "A tab where YAML allows only spaces.",
    why: "The program, or an editor, rejects the whole file.",
    fires: .yaml("a:\n\tb: 1"),
    fixed: .yaml("a:\n  b: 1")
  )
}

extension Diagnostic {
  static func tab(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .yamlTab,
      at: range,
      "expected spaces as indentation, found a tab",
      fixes: [Fix("write two spaces", edits: [Edit(Location(range: range), with: "  ")])]
    )
  }

  /// A tab at the start of the line on which the parser stopped.
  static func tab(before offset: Int, in text: [UInt8]) -> Diagnostic? {
    var place = min(offset, text.count)
    while place > 0, text[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    while place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    guard place < text.count, text[place] == UInt8(ascii: "\t") else { return nil }
    return .tab(at: place..<(place + 1))
  }
}
