internal import Text

/// Conditions between `[[` and `]]`.
extension ShellParser {
  mutating func parseCondition() throws(ShellMistake) {
    try parseAlternatives()
    try skipNewlines()
    guard takeConditionEnd() else { throw unexpectedInCondition("expected `]]`") }
  }

  private mutating func takeConditionEnd() -> Bool {
    guard reservedWord == "]]" else { return false }
    index += 2
    return true
  }

  private mutating func parseAlternatives() throws(ShellMistake) {
    try parseConjunction()
    try skipNewlines()
    while operatorHere == "||" {
      index += 2
      try parseConjunction()
      try skipNewlines()
    }
  }

  private mutating func parseConjunction() throws(ShellMistake) {
    try parseTerm()
    try skipNewlines()
    while operatorHere == "&&" {
      index += 2
      try parseTerm()
      try skipNewlines()
    }
  }

  private mutating func parseTerm() throws(ShellMistake) {
    try skipNewlines()
    if operatorHere == "(" {
      let range = index..<(index + 1)
      index += 1
      return try inside("(", at: range) { parser throws(ShellMistake) in
        try parser.parseAlternatives()
        try parser.skipNewlines()
        guard parser.operatorHere == ")" else {
          throw parser.unexpectedInCondition("expected `)`")
        }
        parser.index += 1
      }
    }
    guard isWordStart, reservedWord != "]]" else {
      throw unexpectedInCondition("expected a condition")
    }
    let word = try readWord()
    let name = text[word.range].text
    if name == "!" { return try parseTerm() }
    if Self.isUnary(name), !word.isQuoted { return try parseOperand(of: name) }
    try parseComparison()
  }

  private mutating func parseOperand(of name: String) throws(ShellMistake) {
    skipBlanks()
    guard isWordStart, reservedWord != "]]" else {
      throw unexpectedInCondition("expected a word after `\(name)`")
    }
    _ = try readWord()
  }

  /// What follows the first word: a comparison, or the end of the term.
  private mutating func parseComparison() throws(ShellMistake) {
    skipBlanks()
    if let sign = operatorHere {
      if ["&&", "||", ")"].contains(sign) { return }
      guard sign == "<" || sign == ">" else {
        throw unexpectedInCondition("expected a comparison such as `==`, `&&` or `]]`")
      }
      index += 1
      return try parseOperand(of: sign)
    }
    guard isWordStart else {
      throw unexpectedInCondition("expected a comparison such as `==`, `&&` or `]]`")
    }
    if reservedWord == "]]" { return }
    let place = index
    let word = try readWord()
    let name = text[word.range].text
    guard Self.comparisons.contains(name), !word.isQuoted else {
      index = place
      throw unexpectedInCondition("expected a comparison such as `==` before `\(name)`")
    }
    skipBlanks()
    let isExpression = name == "=~"
    let startsWord = isWordStart || isExpression && (operatorHere == "(" || operatorHere == "|")
    guard startsWord, reservedWord != "]]" else {
      throw unexpectedInCondition("expected a word after `\(name)`")
    }
    _ = try readWord(isExpression: isExpression, isPattern: true)
  }

  private func unexpectedInCondition(_ expected: String) -> ShellMistake {
    let mistake = unexpected()
    guard index < text.count else { return mistake }
    return ShellMistake(kind: .condition(expected), range: mistake.range, openers: openers)
  }

  private static func isUnary(_ word: String) -> Bool {
    word.utf8.count == 2 && word.utf8.first == UInt8(ascii: "-")
      && "abcdefghknoprstuvwxzGLNORS".contains(word.dropFirst())
  }

  private static let comparisons: Set<String> = [
    "=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
  ]
}
