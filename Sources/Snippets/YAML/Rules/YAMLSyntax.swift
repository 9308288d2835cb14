public import Diagnostics
internal import Languages
internal import Text

extension Rule {
  /// A text is not YAML.
  public static let yamlSyntax = Rule(
    "yaml/syntax",
    reports: "A text that is not valid YAML.",
    why: "The program rejects the whole file.",
    fires: .yaml("a: [1, 2"),
    fixed: .yaml("a: [1, 2]")
  )
}

extension Diagnostic {
  static func tooDeep(at offset: Int, _ deepest: Int) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      at: offset..<(offset + 1),
      "expected at most \(deepest) levels of nesting"
    )
  }

  static func tooManyAliases(at range: Range<Int>, _ most: Int) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      at: range,
      "expected at most \(most) values once aliases are expanded"
    )
  }

  /// Words a failure of the parser: what was expected, where.
  static func yamlFailure(_ failure: YAMLSyntaxError, in text: [UInt8]) -> Diagnostic {
    let offset = min(failure.offset, text.count)
    if let quote = unclosedQuote(failure, in: text) { return quote }
    if let bracket = unclosedBracket(failure, in: text) { return bracket }
    if let tab = tab(before: offset, in: text) { return tab }
    if let sign = unquotedSign(failure, offset, text) { return sign }
    if dedented.contains(failure.problem), let line = wrongIndentation(at: offset, in: text) {
      return line
    }
    if structural.contains(failure.problem), let line = missingBlank(before: offset, in: text) {
      return line
    }
    let place = offset < text.count ? offset..<(offset + 1) : max(0, text.count - 1)..<text.count
    return Diagnostic(.yamlSyntax, at: place, sentence(for: failure))
  }

  /// Failures that a line above the parser's place may be to blame for.
  private static let structural: Set<String> = [
    "mapping values are not allowed in this context", "did not find expected key",
    "could not find expected ':'",
  ]

  /// Failures that a line may cause which begins at an indentation of no line above it.
  private static let dedented: Set<String> = [
    "did not find expected key", "did not find expected '-' indicator",
  ]

  /// A line that is indented less than the one above it, and as none of those around that one.
  private static func wrongIndentation(at offset: Int, in text: [UInt8]) -> Diagnostic? {
    var start = min(offset, text.count)
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    let found = text[start...].prefix { $0 == 0x20 }.count
    guard offset == start + found, offset < text.count else { return nil }
    var known: [Int] = []
    var end = start
    while end > 0, known.last != 0 {
      let line = text[..<(end - 1)]
      let above = (line.lastIndex(of: 0x0A) ?? -1) + 1
      let indentation = text[above..<(end - 1)].prefix { $0 == 0x20 }.count
      let first = above + indentation
      end = above
      guard first < text.count, !"\n\r#".utf8.contains(text[first]) else { continue }
      if text[first...].starts(with: "---".utf8) { break }
      if known.last.map({ indentation < $0 }) ?? true { known.append(indentation) }
    }
    guard let nearest = known.first, nearest > found, !known.contains(found) else { return nil }
    let others = known.dropLast().map(String.init).joined(separator: ", ")
    let listed = others.isEmpty ? "\(nearest)" : "\(others) or \(known[known.count - 1])"
    return Diagnostic(
      .yamlSyntax,
      at: offset..<(offset + 1),
      "expected an indentation of \(listed) spaces, as above, found \(found.counted("space"))"
    )
  }

  /// A quoted text that goes on to another quote or to the end, and whose line looks whole.
  private static func unclosedQuote(_ failure: YAMLSyntaxError, in text: [UInt8]) -> Diagnostic? {
    guard let start = failure.quote, start < text.count,
      failure.problem != "found unknown escape character",
      failure.problem != "did not find expected hexdecimal number"
    else { return nil }
    let mark = String(decoding: [text[start]], as: UTF8.self)
    return Diagnostic(
      .yamlSyntax,
      at: start..<(start + 1),
      "missing closing `\(mark)`; the quoted text runs on over the lines below"
    )
  }

  /// A bracket with more on its line, where a line below it, before the place, goes back to its
  /// indentation: the list or mapping ends on the line where it begins.
  private static func unclosedBracket(_ failure: YAMLSyntaxError, in text: [UInt8]) -> Diagnostic? {
    guard let start = failure.bracket, start < text.count, let source = text[start...].first,
      source == UInt8(ascii: "[") || source == UInt8(ascii: "{")
    else { return nil }
    let lines = text.physicalLines
    guard let first = lines.firstIndex(where: { $0.contains(start) }), first + 1 < lines.count,
      text[(start + 1)..<lines[first].upperBound].contains(where: { !$0.isBlank }),
      lines[first + 1].lowerBound <= failure.offset
    else { return nil }
    func indentation(_ line: Range<Int>) -> Int { text[line].prefix { $0 == .space }.count }
    let next = lines[(first + 1)...].first { !text[$0].allSatisfy(\.isBlank) }
    guard let next, indentation(next) <= indentation(lines[first]) else { return nil }
    let closing = source == UInt8(ascii: "[") ? "]" : "}"
    return Diagnostic(.yamlSyntax, at: start..<(start + 1), "missing closing `\(closing)`")
  }

  /// A value that begins with a sign of YAML's own, whatever the parser says of it.
  private static func unquotedSign(
    _ failure: YAMLSyntaxError,
    _ offset: Int,
    _ text: [UInt8]
  ) -> Diagnostic? {
    var start = offset
    switch failure.problem {
    case "found character that cannot start any token": break
    case "did not find expected alphabetic or numeric character":
      while start > 0, !"&*".utf8.contains(text[min(start, text.count - 1)]) { start -= 1 }
    case "found undefined tag handle", "did not find expected '!'",
      "did not find URI escaped octet",
      "did not find expected whitespace or line break":
      var tag = min(offset, text.count)
      while tag > 0, ![0x20, 0x0A].contains(text[tag - 1]) { tag -= 1 }
      guard tag < text.count, text[tag] == UInt8(ascii: "!") else { return nil }
      start = tag
    case "did not find expected key", "did not find expected ',' or '}'":
      // What stands behind `{{ … }}` on its line.
      var line = min(offset, text.count)
      while line > 0, text[line - 1] != 0x0A { line -= 1 }
      guard let brace = (line..<offset).first(where: { text[$0...].starts(with: "{{".utf8) }),
        brace > line, text[brace - 1] == 0x20
      else { return nil }
      start = brace
    default: return nil
    }
    guard start < text.count, text[start] > 0x20, text[start] < 0x7F else { return nil }
    let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
    var range = start..<end
    while let last = text[range].last, last == 0x20 { range = start..<(range.upperBound - 1) }
    let value = String(decoding: text[range], as: UTF8.self)
    let sign = value.hasPrefix("{{") ? "{{" : String(value.prefix(1))
    let isWhole = !value.contains(" #") && (sign == "{{" || !value.contains { ",]}".contains($0) })
    return Diagnostic(
      .yamlSyntax,
      at: start..<(start + sign.utf8.count),
      "a value cannot start with \(sign == "`" ? "a backtick" : "`\(sign)`"); put it in quotes",
      fixes: isWhole ? [.quoting(value, at: range)] : []
    )
  }

  private static func sentence(for failure: YAMLSyntaxError) -> String {
    if let sentence = sentences[failure.problem] { return sentence }
    let context = failure.context.isEmpty ? "" : " \(failure.context)"
    return "this is not YAML: \(failure.problem)\(context)"
  }

  private static let sentences = [
    "mapping values are not allowed in this context":
      "unexpected `:`; quote the value, or check the indentation",
    "did not find expected key":
      "expected a key at the indentation of this mapping",
    "did not find expected ',' or ']'": "expected `,` or the closing `]`",
    "did not find expected ',' or '}'": "expected `,` or the closing `}`",
    "could not find expected ':'": "expected `:` after the key",
    "did not find expected '-' indicator":
      "expected `-` at the indentation of this list",
    "found unexpected end of stream": "missing closing quote",
    "found unexpected document indicator": "missing closing quote before `---`",
    "found unknown escape character":
      "unknown escape in double quotes; write `\\\\`, or use single quotes",
    "did not find expected hexdecimal number":
      "expected hexadecimal digits after `\\x` or `\\u`",
    "block sequence entries are not allowed in this context":
      "unexpected `-`; start the list on a line of its own",
    "did not find expected <document start>": "expected `---` before another document",
    "found character that cannot start any token":
      "a value cannot start with this character; put it in quotes",
    "did not find expected alphabetic or numeric character":
      "expected the name of an anchor or alias; quote the value if it is not one",
    "found undefined tag handle": "undefined tag; quote a string that starts with `!`",
    "did not find expected comment or line break":
      "expected nothing but a comment after `|` or `>`",
    "found a tab character where an indentation space is expected":
      "expected spaces as indentation, found a tab",
    "control characters are not allowed": "control characters are not allowed in YAML",
  ]
}
