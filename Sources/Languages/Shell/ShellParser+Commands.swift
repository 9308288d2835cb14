internal import Text

/// Simple commands, functions and redirections.
extension ShellParser {
  mutating func parseCommand() throws(ShellMistake) {
    skipBlanks()
    guard index < text.count, peek != UInt8(ascii: "\n") else { throw unexpected() }
    if try parseCompound() { return }
    try parseSimpleCommand()
  }

  /// Parses a compound command with its redirections.
  ///
  /// - Returns: whether one stands here.
  mutating func parseCompound() throws(ShellMistake) -> Bool {
    if operatorHere == "(" {
      try parseParenthesised()
    } else if let word = reservedWord, word != "time" {
      guard try parseReserved(word) else { throw unexpected() }
      if word == "coproc" || word == "function" { return true }
    } else {
      return false
    }
    try parseTrailingRedirections()
    return true
  }

  /// Behind a redirection a reserved word is a word like any other, and no word may follow.
  mutating func parseTrailingRedirections() throws(ShellMistake) {
    var command = ShellCommand()
    var hasRedirection = false
    skipBlanks()
    while try parseRedirection(of: &command) {
      hasRedirection = true
      skipBlanks()
    }
    if !command.redirections.isEmpty { add(command) }
    if hasRedirection, isWordStart { throw unexpected() }
  }

  mutating func parseSimpleCommand() throws(ShellMistake) {
    var command = ShellCommand()
    var takesAssignments = true
    while true {
      skipBlanks()
      if try parseRedirection(of: &command) { continue }
      guard isWordStart else { break }
      let word = try readWord(assigns: takesAssignments)
      if command.words.isEmpty, word.isAssignment {
        command.assignments.append(word)
        continue
      }
      command.words.append(word)
      guard command.words.count == 1 else { continue }
      takesAssignments = Self.declarations.contains(text[word.range].text)
      skipBlanks()
      if operatorHere == "(", command.assignments.isEmpty, command.redirections.isEmpty {
        index += 1
        try expectSign(")")
        return try parseFunctionBody()
      }
    }
    let count = command.words.count + command.assignments.count + command.redirections.count
    guard count > 0 else { throw unexpected() }
    add(command)
    noteExtendedPatterns(command)
    if operatorHere == "(" { throw unexpectedParenthesis() }
  }

  private mutating func add(_ command: ShellCommand) {
    var command = command
    command.subshells = openers.filter { Self.subshells.contains($0.word) }.map(\.range.lowerBound)
    script.commands.append(command)
  }

  private static let subshells: Set<String> = ["(", "$(", "<(", ">("]

  /// An extended pattern that is not read is the likeliest cause of a `(` behind its sign.
  private func unexpectedParenthesis() -> ShellMistake {
    let isPattern = index > 0 && Self.patternSigns.contains(text[index - 1])
    guard !hasExtendedPatterns, isPattern else { return unexpected() }
    return ShellMistake(
      kind: .extendedPattern,
      range: (index - 1)..<(index + 1),
      openers: openers
    )
  }

  /// `shopt -s extglob` holds from the next line on.
  private mutating func noteExtendedPatterns(_ command: ShellCommand) {
    let words = command.words.map { text[$0.range].text }
    if words.first == "shopt", words.contains("-s"), words.contains("extglob") {
      hasExtendedPatterns = true
    }
  }

  /// The body of a function: a compound command.
  mutating func parseFunctionBody() throws(ShellMistake) {
    try skipNewlines()
    let starts: Set<String> = [
      "{", "if", "for", "while", "until", "case", "select", "[[",
    ]
    guard operatorHere == "(" || reservedWord.map(starts.contains) ?? false else {
      throw unexpected()
    }
    _ = try parseCompound()
  }

  /// Parses one redirection with the number or variable before it.
  ///
  /// - Returns: whether one stands here.
  mutating func parseRedirection(of command: inout ShellCommand) throws(ShellMistake) -> Bool {
    let start = index
    skipDescriptor()
    guard let sign = operatorHere, Self.redirections.contains(sign) else {
      index = start
      return false
    }
    let signStart = index
    index += sign.utf8.count
    skipBlanks()
    let place = index
    // A number before the next sign belongs to that; only behind `>&` it can be a descriptor.
    if !sign.hasSuffix("&") { skipDescriptor() }
    guard isWordStart, index == place else { throw unexpected() }
    let word = try readWord()
    command.redirections.append(ShellRedirection(sign: sign, target: word))
    if sign == "<<" || sign == "<<-" {
      pending.append(
        HereDocument(
          operation: signStart..<word.range.upperBound,
          word: text[word.range],
          stripsTabs: sign == "<<-",
          isQuoted: word.isQuoted
        )
      )
    }
    return true
  }

  /// `2` or `{name}` directly before `<` or `>`.
  private mutating func skipDescriptor() {
    var end = index
    if peek == UInt8(ascii: "{") {
      end += 1
      while end < text.count, text[end].isNameByte { end += 1 }
      guard end > index + 1, end < text.count, text[end] == UInt8(ascii: "}") else { return }
      end += 1
    } else {
      while end < text.count, text[end].isDigit { end += 1 }
    }
    guard end > index, end < text.count,
      text[end] == UInt8(ascii: "<") || text[end] == UInt8(ascii: ">")
    else { return }
    index = end
  }

  private static let redirections: Set<String> = [
    "<", ">", ">>", "<<", "<<-", "<<<", "<&", ">&", "<>", ">|", "&>", "&>>",
  ]

  /// The commands whose arguments are assignments, too.
  private static let declarations: Set<String> = [
    "alias", "declare", "eval", "export", "let", "local", "readonly", "typeset",
  ]

  /// What may stand before `(` in an extended pattern.
  static let patternSigns: [UInt8] = Array("?*+@!".utf8)
}
