internal import Diagnostics
internal import Text

/// Go's templates as Prometheus fills them: actions in double braces, blocks that end, names that are
/// known (`template/template.go`, `text/template`).
package struct GoTemplate {
  private let text: [UInt8]
  private var place = 0
  private var variables: Set<String> = [
    "$", "$labels", "$externalLabels", "$externalURL", "$value",
  ]
  /// The actions that wait for their `end`.
  private var open: [Range<Int>] = []

  /// Returns the first mistake of a template, in bytes of it; nothing where there is none.
  package static func mistake(in text: String) -> QueryMistake? {
    var template = GoTemplate(text: [UInt8](text.utf8))
    do throws(QueryMistake) {
      try template.read()
      return nil
    } catch {
      return error
    }
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func read() throws(QueryMistake) {
    while let start = find("{{", from: place) {
      let end = try endOfAction(from: start)
      try readAction(start..<end)
      place = end
    }
    if let action = open.last {
      throw QueryMistake(range: action, message: "missing `{{ end }}` for this action")
    }
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = [UInt8](mark.utf8)
    return text.indices.dropFirst(start).first { text[$0...].starts(with: mark) }
  }

  /// The offset behind the `}}` of an action; braces in texts do not count.
  private func endOfAction(from start: Int) throws(QueryMistake) -> Int {
    var index = start + 2
    if text[index...].starts(with: "/*".utf8) || text[index...].starts(with: "- /*".utf8) {
      if let end = find("*/", from: index), let close = find("}}", from: end) { return close + 2 }
    }
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        index += 1
        while index < text.count, text[index] != byte {
          index += text[index] == UInt8(ascii: "\\") && byte != UInt8(ascii: "`") ? 2 : 1
        }
      } else if text[index...].starts(with: "}}".utf8) {
        return index + 2
      } else if text[index...].starts(with: "{{".utf8) {
        break
      }
      index += 1
    }
    throw QueryMistake(
      range: start..<(start + 2),
      message: "missing `}}` for this `{{`"
    )
  }

  // MARK: Actions

  private mutating func readAction(_ range: Range<Int>) throws(QueryMistake) {
    var words = words(in: (range.lowerBound + 2)..<(range.upperBound - 2))
    guard let first = words.first else {
      if text[range].contains(UInt8(ascii: "*")) { return }
      throw QueryMistake(range: range, message: "expected a value between the braces")
    }
    switch first.text {
    case "if", "range", "with", "define", "block":
      open.append(range)
      words.removeFirst()
    case "else":
      guard !open.isEmpty else {
        throw QueryMistake(
          range: range,
          message: "unmatched `else`; expected it in an `if`, `range` or `with`"
        )
      }
      words.removeFirst()
      if ["if", "with"].contains(words.first?.text) { words.removeFirst() }
    case "end":
      guard open.popLast() != nil else {
        throw QueryMistake(range: range, message: "unmatched `end`")
      }
      return
    case "template", "break", "continue": words.removeFirst()
    default: break
    }
    let assigned = words.prefix { $0.text != ":=" }
    if assigned.count < words.count { variables.formUnion(assigned.map(\.text)) }
    for word in words { try check(word) }
  }

  private func check(_ word: (text: String, range: Range<Int>)) throws(QueryMistake) {
    let text = word.text
    if text.hasPrefix("$") {
      let name = String(text.prefix { $0 != "." })
      guard !variables.contains(name) else { return }
      let near = NameIndex(variables.sorted()).nearest(to: name).first
      throw QueryMistake(
        range: word.range,
        message: "undefined variable `\(name)` in the template" + Self.suggestion(near)
      )
    }
    guard let byte = text.utf8.first, byte.isLetter,
      !Self.functions.contains(text), !["true", "false", "nil"].contains(text)
    else { return }
    let near = NameIndex(Self.functions.sorted()).nearest(to: text).first
    throw QueryMistake(
      range: word.range,
      message: "unknown function `\(text)` in the template" + Self.suggestion(near)
    )
  }

  private static func suggestion(_ name: String?) -> String {
    name.map { "; did you mean `\($0)`?" } ?? ""
  }

  /// Words and signs; texts and comments are left out.
  private func words(in range: Range<Int>) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "'") {
        let start = index
        index += 1
        while index < range.upperBound, text[index] != byte {
          index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
        words.append(("\"", start..<min(index, range.upperBound)))
      } else if text[index..<range.upperBound].starts(with: "/*".utf8) {
        return words
      } else if " \t\r\n()|,-".utf8.contains(byte) {
        index += 1
      } else {
        let word = text[index..<range.upperBound].prefix { !" \t\r\n()|,\"`".utf8.contains($0) }
        words.append((String(decoding: word, as: UTF8.self), index..<(index + word.count)))
        index += word.count
      }
    }
    return words
  }

  private static let functions: Set<String> = [
    "and", "args", "call", "eq", "externalURL", "first", "ge", "graphLink", "gt", "html",
    "humanize",
    "humanize1024", "humanizeDuration", "humanizePercentage", "humanizeTimestamp", "index", "js",
    "label", "le", "len", "lt", "match", "ne", "not", "now", "or", "parseDuration", "pathPrefix",
    "print", "printf", "println", "query", "reReplaceAll", "safeHtml", "slice", "sortByLabel",
    "stripDomain", "stripPort", "strvalue", "tableLink", "title", "toDuration", "toLower", "toTime",
    "toUpper", "urlQueryEscape", "urlquery", "value",
  ]
}
