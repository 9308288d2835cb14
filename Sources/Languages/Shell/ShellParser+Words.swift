internal import Text

/// Words, with the quotes and expansions in them.
extension ShellParser {
  /// Reads the word that begins here.
  ///
  /// - Parameters:
  ///   - assigns: whether it may set a variable, and so hold an array in parentheses.
  ///   - isElement: whether it is an element of an array, which may begin with its `[index]`.
  ///   - isExpression: whether it is a regular expression, in which `(` and `|` are no signs.
  ///   - isPattern: whether extended patterns are read whatever the shell was told.
  /// - Returns: the word; where nothing of it can be read, an empty one.
  /// - Throws: the mistake of a quote or bracket in it that is not closed.
  mutating func readWord(
    assigns: Bool = false,
    isElement: Bool = false,
    isExpression: Bool = false,
    isPattern: Bool = false
  ) throws(ShellMistake) -> ShellWord {
    let start = index
    var word = ShellWord(range: start..<start)
    var isTarget = assigns
    reading: while let byte = peek {
      switch byte {
      case UInt8(ascii: "\\"):
        if index + 1 < text.count, text[index + 1] != UInt8(ascii: "\n") { word.isQuoted = true }
        index = Swift.min(index + 2, text.count)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        word.isQuoted = word.isQuoted || byte != UInt8(ascii: "`")
        try skipQuoted()
      case UInt8(ascii: "$"):
        let next = index + 1 < text.count ? text[index + 1] : 0
        if next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") { word.isQuoted = true }
        try skipDollar()
      case UInt8(ascii: "<") where isProcessSubstitution,
        UInt8(ascii: ">") where isProcessSubstitution:
        try skipSubstitution()
      case UInt8(ascii: "(") where isExpression:
        index += 1
        try skipMatched("(", ")", opener: "(", at: (index - 1)..<index)
      case UInt8(ascii: "|") where isExpression: index += 1
      case UInt8(ascii: "[") where isTarget && isName(start..<index) || isElement && index == start:
        index += 1
        try skipMatched("[", "]", opener: "[", at: (index - 1)..<index)
      case UInt8(ascii: "=") where isTarget && isAssignable(start..<index) || isElement:
        isTarget = false
        word.isAssignment = true
        index += 1
        if peek == UInt8(ascii: "("), !isElement { try skipArray() }
      case _ where isMeta(byte): break reading
      default:
        let isExtended = Self.patternSigns.contains(byte) && (hasExtendedPatterns || isPattern)
        index += 1
        if isExtended, peek == UInt8(ascii: "(") {
          index += 1
          try skipMatched("(", ")", opener: "(", at: (index - 2)..<index)
        }
      }
    }
    word.range = start..<index
    return word
  }

  private func isName(_ range: Range<Int>) -> Bool {
    guard let first = text[range].first else { return false }
    return !first.isDigit && text[range].allSatisfy(\.isNameByte)
  }

  /// `NAME`, `NAME[index]`, each with `+` behind it or without.
  private func isAssignable(_ range: Range<Int>) -> Bool {
    let bytes = text[range]
    let plain = bytes.last == UInt8(ascii: "+") ? bytes.dropLast() : bytes
    let name = plain.prefix { $0.isNameByte }
    guard isName(name.startIndex..<name.endIndex) else { return false }
    let rest = plain.dropFirst(name.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "[") && rest.last == UInt8(ascii: "]")
  }

  /// `(a b [c]=d)` behind the `=` of an assignment, over any number of lines.
  private mutating func skipArray() throws(ShellMistake) {
    let range = index..<(index + 1)
    index += 1
    try inside("(", at: range) { parser throws(ShellMistake) in
      while true {
        try parser.skipNewlines()
        guard parser.isWordStart else { break }
        _ = try parser.readWord(isElement: true)
      }
      if parser.peek == nil {
        throw ShellMistake(
          kind: .bracket("(", closing: ")"),
          range: range,
          openers: parser.openers
        )
      }
      try parser.expectSign(")")
    }
  }

  /// Where the first quote begins that goes on over a line, and whose end has a word right after it:
  /// that end was meant as a beginning.
  private func likelyUnclosed(_ quote: UInt8) -> Int? {
    script.quotes.first { range in
      text[range.lowerBound] == quote && text[range].contains(.lineFeed)
        && range.upperBound < text.count
        && (text[range.upperBound].isNameByte || text[range.upperBound] == UInt8(ascii: "$"))
    }?.lowerBound
  }

  /// Skips what begins with a quote or a backtick.
  mutating func skipQuoted() throws(ShellMistake) {
    let start = index
    guard let quote = peek else { return }
    index += 1
    while let byte = peek {
      if byte == quote {
        index += 1
        if quote != UInt8(ascii: "`") { script.quotes.append(start..<index) }
        return
      }
      switch byte {
      case UInt8(ascii: "\\") where quote != UInt8(ascii: "'"):
        index = Swift.min(index + 2, text.count)
      case UInt8(ascii: "`") where quote == UInt8(ascii: "\""): try skipQuoted()
      case UInt8(ascii: "$") where quote == UInt8(ascii: "\""): try skipExpansionInQuotes()
      default: index += 1
      }
    }
    let kind = ShellMistake.Kind.quote([quote].text)
    let place = likelyUnclosed(quote) ?? start
    throw ShellMistake(kind: kind, range: place..<(place + 1), openers: openers)
  }

  /// Where an expansion in quotes lacks its bracket, the closing quote opens another text in it.
  private mutating func skipExpansionInQuotes() throws(ShellMistake) {
    let depth = openers.count
    do throws(ShellMistake) {
      try skipDollar(inQuotes: true)
    } catch {
      guard error.kind == .quote("\""), error.openers.count == depth + 1,
        let opener = error.openers.last
      else { throw error }
      let closing = opener.word == "${" ? "}" : opener.word.hasSuffix("((") ? "))" : ")"
      throw ShellMistake(
        kind: .bracket(opener.word, closing: closing),
        range: opener.range,
        openers: error.openers
      )
    }
  }

  /// Skips a `$` with the expansion that it begins, if any.
  mutating func skipDollar(inQuotes: Bool = false) throws(ShellMistake) {
    let start = index
    switch index + 1 < text.count ? text[index + 1] : 0 {
    case UInt8(ascii: "{"): try skipParameter()
    case UInt8(ascii: "("): try skipSubstitution()
    case UInt8(ascii: "["):
      index += 2
      try skipMatched("[", "]", opener: "$[", at: start..<(start + 2))
    case UInt8(ascii: "'") where !inQuotes: try skipEscapedQuote()
    case UInt8(ascii: "\"") where !inQuotes:
      index += 1
      try skipQuoted()
    case UInt8(ascii: "$"): index += 2
    default: index += 1
    }
  }

  /// `$'…'`, in which a backslash escapes the quote.
  private mutating func skipEscapedQuote() throws(ShellMistake) {
    let start = index
    index += 2
    while let byte = peek {
      index = Swift.min(index + (byte == UInt8(ascii: "\\") ? 2 : 1), text.count)
      if byte == UInt8(ascii: "'") {
        script.quotes.append(start..<index)
        return
      }
    }
    throw ShellMistake(kind: .quote("'"), range: start..<(start + 2), openers: openers)
  }

  /// `${…}`: quotes count in it even between double quotes, `{` does not.
  private mutating func skipParameter() throws(ShellMistake) {
    let start = index
    index += 2
    try inside("${", at: start..<index) { parser throws(ShellMistake) in
      while let byte = parser.peek {
        switch byte {
        case UInt8(ascii: "}"):
          parser.index += 1
          return
        case UInt8(ascii: "\\"): parser.index = Swift.min(parser.index + 2, parser.text.count)
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): try parser.skipQuoted()
        case UInt8(ascii: "$"): try parser.skipDollar()
        case _ where parser.isProcessSubstitution: try parser.skipSubstitution()
        default: parser.index += 1
        }
      }
      throw ShellMistake(
        kind: .bracket("${", closing: "}"),
        range: start..<(start + 2),
        openers: parser.openers
      )
    }
  }

  /// `$(…)`, `<(…)`, `>(…)`: commands; `$((…))` is skipped as arithmetic.
  mutating func skipSubstitution() throws(ShellMistake) {
    let start = index
    let opener = text[start..<(start + 2)].text
    index += 2
    if peek == UInt8(ascii: "(") {
      return try skipMatched("(", ")", opener: opener + "(", at: start..<(start + 3))
    }
    substitutions += 1
    defer { substitutions -= 1 }
    try inside(opener, at: start..<index) { parser throws(ShellMistake) in
      try parser.skipNewlines()
      if parser.operatorHere != ")", parser.peek != nil {
        try parser.parseList(acrossLines: true)
      }
      parser.skipBlanks()
      guard parser.peek != nil else {
        throw ShellMistake(
          kind: .bracket(opener, closing: ")"),
          range: start..<(start + 2),
          openers: parser.openers
        )
      }
      try parser.expectSign(")")
    }
  }

  /// Skips to the bracket that closes the one before the place, over nested ones.
  mutating func skipMatched(
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    opener: String,
    at range: Range<Int>
  ) throws(ShellMistake) {
    try inside(opener, at: range) { parser throws(ShellMistake) in
      var depth = 1
      while let byte = parser.peek {
        switch byte {
        case UInt8(ascii: close):
          depth -= 1
          parser.index += 1
          if depth == 0 { return }
        case UInt8(ascii: open):
          depth += 1
          parser.index += 1
        case UInt8(ascii: "\\"): parser.index = Swift.min(parser.index + 2, parser.text.count)
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): try parser.skipQuoted()
        case UInt8(ascii: "$"): try parser.skipDollar()
        case _ where opener == "[" && parser.isProcessSubstitution: try parser.skipSubstitution()
        default: parser.index += 1
        }
      }
      let isDouble = opener.hasSuffix("((")
      throw ShellMistake(
        kind: .bracket(opener, closing: isDouble ? "))" : String(close)),
        range: range,
        openers: parser.openers
      )
    }
  }
}
