internal import Diagnostics

extension Rule {
  static let brokenQuery = SchemaRuleMaker.prometheusRules.rule(
    "query",
    "A query's brackets or quotes are not balanced.",
    "Prometheus refuses all rules of the file.",
    "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x[5m])\" }] }]",
    "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x[5m]))\" }] }]"
  )
}

extension Diagnostic {
  static let brokenQueries: ProgramCheck = { root in
    (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }.compactMap { rule in
      guard let query = rule["expr"], let text = query.string, let mistake = imbalance(in: text)
      else { return nil }
      return Diagnostic(.brokenQuery, at: query.range, mistake)
    }
  }

  /// What is not closed, or closed without being open; texts in quotes and comments do not count.
  private static func imbalance(in query: String) -> String? {
    let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}"]
    var open: [Character] = []
    var rest = query[...]
    while let character = rest.popFirst() {
      if character == "#" {
        rest = rest.drop { !$0.isNewline }
      } else if "\"'`".contains(character) {
        guard let end = endOfText(in: rest, quote: character) else {
          return "the query has a text without its closing `\(character)`"
        }
        rest = rest[rest.index(after: end)...]
      } else if let expected = closing[character] {
        open.append(expected)
      } else if ")]}".contains(character), open.popLast() != character {
        return "the query has a `\(character)` that closes nothing"
      }
    }
    return open.last.map { "the query lacks a closing `\($0)`" }
  }

  private static func endOfText(in text: Substring, quote: Character) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == quote { return index }
      let isEscape = text[index] == "\\" && quote != "`"
      index = text.index(after: index)
      if isEscape, index < text.endIndex { index = text.index(after: index) }
    }
    return nil
  }
}
