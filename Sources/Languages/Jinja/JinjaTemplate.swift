/// A text with expressions and statements of Jinja 2 in it, as Ansible reads the values of variables.
package struct JinjaTemplate: Sendable {
  /// The parts in the order of the text; comments are left out.
  package private(set) var parts: [Part] = []
  /// What Jinja would refuse, in the order of the text.
  package private(set) var mistakes: [JinjaMistake] = []

  package enum Part: Sendable {
    /// Text outside of marks.
    case text(Range<Int>)
    /// `{{ … }}`; the range holds the marks.
    case output(JinjaExpression, Range<Int>)
    case statement(JinjaStatement)
  }

  /// Whether a text has anything that Ansible would evaluate.
  package static func isTemplate(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    return zip(bytes, bytes.dropFirst()).contains { first, second in
      first == UInt8(ascii: "{") && "{%#".utf8.contains(second)
    }
  }

  package init(_ text: [UInt8]) {
    var blocks = JinjaBlocks()
    var index = 0
    var start = 0
    func marks(_ sign: String, at place: Int) -> Bool { text[place...].starts(with: sign.utf8) }
    while index < text.count {
      guard text[index] == UInt8(ascii: "{"), index + 1 < text.count,
        "{%#".utf8.contains(text[index + 1])
      else {
        index += 1
        continue
      }
      if start < index { parts.append(.text(start..<index)) }
      let mark = index
      switch text[index + 1] {
      case UInt8(ascii: "#"):
        index = Self.find("#}", in: text, from: index + 2) ?? text.count
        if index == text.count, !text.suffix(2).elementsEqual("#}".utf8) {
          mistakes.append(.init(range: mark..<(mark + 2), message: "missing closing `#}`"))
        }
      case UInt8(ascii: "{"): index = readOutput(text, at: mark)
      default:
        index = readStatement(text, at: mark, &blocks)
        if blocks.isRaw {
          let end = blocks.endOfRaw(in: text, from: index)
          if index < end { parts.append(.text(index..<end)) }
          index = end
        }
      }
      start = index
    }
    if start < text.count { parts.append(.text(start..<text.count)) }
    mistakes += blocks.unclosed
  }

  /// Returns the byte after a mark.
  package static func find(_ mark: String, in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if text[index...].starts(with: mark.utf8) { return index + mark.utf8.count }
      index += 1
    }
    return nil
  }

  /// An opening mark with the sign that may follow it.
  private static func opening(_ text: [UInt8], _ mark: Int) -> Range<Int> {
    let next = mark + 2
    let hasSign =
      next < text.count && (text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "+"))
    return mark..<(hasSign ? next + 1 : next)
  }

  /// Reads the expression of a mark and returns the byte after it.
  private mutating func readOutput(_ text: [UInt8], at mark: Int) -> Int {
    do throws(JinjaMistake) {
      var lexer = JinjaLexer(text, after: Self.opening(text, mark))
      let (tokens, after) = try lexer.tokens(until: "}}")
      var parser = JinjaParser(tokens)
      let expression = try parser.expressions()
      try parser.expectEnd()
      parts.append(.output(expression, mark..<after))
      return after
    } catch {
      mistakes.append(error)
      return Self.find("}}", in: text, from: max(mark + 2, error.range.lowerBound)) ?? text.count
    }
  }

  /// Reads the statement of a mark and returns the byte after it.
  private mutating func readStatement(
    _ text: [UInt8],
    at mark: Int,
    _ blocks: inout JinjaBlocks
  ) -> Int {
    do throws(JinjaMistake) {
      var lexer = JinjaLexer(text, after: Self.opening(text, mark))
      let (tokens, after) = try lexer.tokens(until: "%}")
      let statement = try JinjaStatement.read(tokens, at: mark..<after)
      try blocks.take(statement)
      parts.append(.statement(statement))
      return after
    } catch {
      mistakes.append(error)
      return Self.find("%}", in: text, from: max(mark + 2, error.range.lowerBound)) ?? text.count
    }
  }
}
