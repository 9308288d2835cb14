/// Compound commands: conditions, loops, groups, functions.
extension ShellParser {
  /// Parses what a reserved word begins.
  ///
  /// - Returns: whether it begins anything.
  mutating func parseReserved(_ word: String) throws(ShellMistake) -> Bool {
    let range = index..<(index + word.utf8.count)
    let parse: (inout ShellParser) throws(ShellMistake) -> Void
    switch word {
    case "if": parse = { parser throws(ShellMistake) in try parser.parseIf() }
    case "while", "until": parse = { parser throws(ShellMistake) in try parser.parseWhile() }
    case "for": parse = { parser throws(ShellMistake) in try parser.parseFor() }
    case "select":
      parse = { parser throws(ShellMistake) in try parser.parseNamedLoop() }
    case "case": parse = { parser throws(ShellMistake) in try parser.parseCase() }
    case "{": parse = { parser throws(ShellMistake) in try parser.parseGroup() }
    case "[[": parse = { parser throws(ShellMistake) in try parser.parseCondition() }
    case "function":
      index = range.upperBound
      try parseFunction()
      return true
    case "coproc":
      index = range.upperBound
      try parseCoprocess()
      return true
    default: return false
    }
    index = range.upperBound
    try inside(word, at: range, parse)
    return true
  }

  /// Commands over as many lines as it takes.
  private mutating func parseCompoundList() throws(ShellMistake) {
    try skipNewlines()
    try parseList(acrossLines: true)
  }

  private mutating func parseIf() throws(ShellMistake) {
    try parseCompoundList()
    try expect("then")
    try parseCompoundList()
    while reservedWord == "elif" {
      index += 4
      try parseCompoundList()
      try expect("then")
      try parseCompoundList()
    }
    if reservedWord == "else" {
      index += 4
      try parseCompoundList()
    }
    try expect("fi")
  }

  private mutating func parseWhile() throws(ShellMistake) {
    try parseCompoundList()
    try parseDoGroup()
  }

  private mutating func parseDoGroup() throws(ShellMistake) {
    try expect("do")
    try parseCompoundList()
    try expect("done")
  }

  private mutating func parseGroup() throws(ShellMistake) {
    try parseCompoundList()
    try expect("}")
  }

  private mutating func parseFor() throws(ShellMistake) {
    skipBlanks()
    guard text[index...].starts(with: "((".utf8) else { return try parseNamedLoop() }
    let start = index
    index += 2
    try skipMatched("(", ")", opener: "((", at: start..<(start + 2))
    guard peek == UInt8(ascii: ")") else {
      let kind = ShellMistake.Kind.bracket("((", closing: "))")
      throw ShellMistake(kind: kind, range: start..<(start + 2), openers: openers)
    }
    index += 1
    guard semicolons(in: (start + 2)..<(index - 2)) == 2 else {
      throw ShellMistake(kind: .loopExpressions, range: start..<index, openers: openers)
    }
    skipBlanks()
    if operatorHere == ";" { index += 1 }
    try skipNewlines()
    try parseLoopBody()
  }

  private func semicolons(in range: Range<Int>) -> Int {
    text[range].count { $0 == UInt8(ascii: ";") }
  }

  /// `for NAME in WORDS; do …; done`, or braces around the body; `select` is alike.
  private mutating func parseNamedLoop() throws(ShellMistake) {
    skipBlanks()
    guard isWordStart else { throw unexpected() }
    _ = try readWord()
    skipBlanks()
    if operatorHere == ";" {
      index += 1
      try skipNewlines()
      return try parseLoopBody()
    }
    try skipNewlines()
    if reservedWord == "in" {
      index += 2
      skipBlanks()
      while isWordStart {
        _ = try readWord()
        skipBlanks()
      }
      guard operatorHere == ";" || peek == UInt8(ascii: "\n") else { throw unexpected() }
      if operatorHere == ";" { index += 1 }
      try skipNewlines()
    }
    try parseLoopBody()
  }

  private mutating func parseLoopBody() throws(ShellMistake) {
    guard reservedWord == "{" else { return try parseDoGroup() }
    let range = index..<(index + 1)
    index += 1
    try inside("{", at: range) { parser throws(ShellMistake) in try parser.parseGroup() }
  }

  private mutating func parseCase() throws(ShellMistake) {
    skipBlanks()
    guard isWordStart else { throw unexpected() }
    _ = try readWord()
    try skipNewlines()
    try expect("in")
    while true {
      try skipNewlines()
      if reservedWord == "esac" { break }
      try parseClause()
      skipBlanks()
      guard let sign = operatorHere, [";;", ";&", ";;&"].contains(sign) else { break }
      index += sign.utf8.count
    }
    try expect("esac")
  }

  private mutating func parseClause() throws(ShellMistake) {
    if operatorHere == "(" { index += 1 }
    while true {
      skipBlanks()
      guard isWordStart else { throw unexpected() }
      _ = try readWord()
      skipBlanks()
      guard operatorHere == "|" else { break }
      index += 1
    }
    try expectSign(")")
    try skipNewlines()
    if reservedWord == "esac" { return }
    if let sign = operatorHere, [";;", ";&", ";;&"].contains(sign) { return }
    try parseList(acrossLines: true)
  }

  /// `((…))` is arithmetic where its brackets close together, a subshell in a subshell elsewhere.
  mutating func parseParenthesised() throws(ShellMistake) {
    let start = index
    if text[index...].starts(with: "((".utf8) {
      var arithmetic = self
      arithmetic.index += 2
      try arithmetic.skipMatched("(", ")", opener: "((", at: start..<(start + 2))
      if arithmetic.peek == UInt8(ascii: ")") {
        self = arithmetic
        index += 1
        return
      }
    }
    index += 1
    try inside("(", at: start..<(start + 1)) { parser throws(ShellMistake) in
      try parser.parseCompoundList()
      try parser.expectSign(")")
    }
  }

  private mutating func parseFunction() throws(ShellMistake) {
    skipBlanks()
    guard isWordStart else { throw unexpected() }
    _ = try readWord()
    skipBlanks()
    if operatorHere == "(" {
      let start = index
      index += 1
      skipBlanks()
      if operatorHere == ")" { index += 1 } else { index = start }
    }
    try parseFunctionBody()
  }

  /// `coproc COMMAND`, or `coproc NAME COMPOUND`.
  private mutating func parseCoprocess() throws(ShellMistake) {
    skipBlanks()
    guard index < text.count, peek != UInt8(ascii: "\n") else { throw unexpected() }
    if try parseCompound() { return }
    let start = index
    if isWordStart {
      _ = try readWord()
      skipBlanks()
      let isCompound = operatorHere == "(" || reservedWord != nil
      if isCompound, try parseCompound() { return }
    }
    index = start
    try parseSimpleCommand()
  }
}
