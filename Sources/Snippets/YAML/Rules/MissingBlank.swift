public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A key without a space after its colon.
  public static let missingBlank = Rule(
    "yaml/missing-blank",
    .warning,
    reports: "A `key:value` without a space after `:`, where a mapping is meant.",
    why: "YAML reads it as one string, and the program misses the key.",
    fires: .yaml("logging:\n  driver:journald"),
    fixed: .yaml("logging:\n  driver: journald")
  )
}

extension Diagnostic {
  static func missingBlanks(in source: YAMLSource) -> [Diagnostic] {
    let roots = source.tree.documents.compactMap { missingBlank($0) }
    return roots
      + source.tree.nodes.filter { !$0.isAlias }.flatMap { node -> [Diagnostic] in
        let values = node.entries.compactMap { key, value -> Diagnostic? in
          // A text begins on the line of its key; a mapping stands below it.
          let gap = key.range.upperBound..<max(key.range.upperBound, value.range.lowerBound)
          return source.text[gap].contains(0x0A) && !node.isFlow ? missingBlank(value) : nil
        }
        let elements = node.elements
        let keys = Set(elements.flatMap(\.entries).map(\.key.text))
        return values + elements.compactMap { missingBlank($0, among: keys) }
      }
  }

  /// A syntax error that comes of such a line above it.
  static func missingBlank(before offset: Int, in text: [UInt8]) -> Diagnostic? {
    var end = min(offset, text.count)
    for _ in 0..<2 {
      while end > 0, text[end - 1] != 0x0A { end -= 1 }
      let line = text[..<max(0, end - 1)]
      let start = (line.lastIndex(of: 0x0A) ?? -1) + 1
      var written = line[start...].drop { $0 == 0x20 }
      if written.starts(with: "- ".utf8) { written = written.dropFirst(2).drop { $0 == 0x20 } }
      let content = String(decoding: written, as: UTF8.self)
      if !written.isEmpty, written.first != UInt8(ascii: "#") {
        guard !content.contains(": "), !content.hasSuffix(":"),
          let colon = colon(in: content)
        else { return nil }
        let range = written.startIndex..<written.endIndex
        return missing(content, colon: written.startIndex + colon, at: range, severity: .error)
      }
      end = start
    }
    return nil
  }

  private static func missingBlank(
    _ node: YAMLNode,
    among keys: Set<String>? = nil
  ) -> Diagnostic? {
    guard node.isScalar, node.isGuessed, !node.isAlias, let colon = colon(in: node.text) else {
      return nil
    }
    if let keys, !keys.contains(String(decoding: node.text.utf8.prefix(colon), as: UTF8.self)) {
      return nil
    }
    let place = node.range.lowerBound + colon
    return missing(node.text, colon: place, at: node.range, severity: .warning)
  }

  private static func missing(
    _ text: String,
    colon: Int,
    at range: Range<Int>,
    severity: Severity
  ) -> Diagnostic {
    let edit = Edit(Location(range: (colon + 1)..<(colon + 1)), with: " ")
    var finding = Diagnostic(
      .missingBlank,
      at: range,
      "expected a space after `:`, or quotes around a string, found `\(text.prefix(60))`",
      fixes: [Fix("write a space after `:`", edits: [edit])]
    )
    finding.severity = severity
    return finding.damaging(.line)
  }

  /// Where the colon of `key:value` stands; nothing for addresses, times and what has a blank.
  static func colon(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
      bytes[0].isLetter || bytes[0] == UInt8(ascii: "_"),
      bytes[..<colon].allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: "-") }),
      !"/\\: ".utf8.contains(bytes[colon + 1])
    else { return nil }
    return colon
  }
}
