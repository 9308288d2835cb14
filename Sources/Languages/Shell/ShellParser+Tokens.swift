internal import Text

/// The signs and reserved words of the shell.
extension ShellParser {
  /// Whether a byte ends a word.
  func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// The longest sign that stands here; nothing for a word, a process substitution and a line break.
  var operatorHere: String? {
    guard let byte = peek, isMeta(byte), !byte.isBlank, byte != UInt8(ascii: "\n"),
      !isProcessSubstitution
    else { return nil }
    return Self.operators.first { text[index...].starts(with: $0.utf8) }
  }

  /// Whether `<(` or `>(` stands here, which is a word.
  var isProcessSubstitution: Bool {
    (peek == UInt8(ascii: "<") || peek == UInt8(ascii: ">"))
      && index + 1 < text.count && text[index + 1] == UInt8(ascii: "(")
  }

  /// Whether a word begins here.
  var isWordStart: Bool {
    guard let byte = peek else { return false }
    return !isMeta(byte) || isProcessSubstitution
  }

  /// The reserved word that stands here, if it is one where a command may begin.
  var reservedWord: String? {
    var end = index
    while end < text.count, end - index <= Self.longestReserved, !endsReserved(at: end) { end += 1 }
    guard end > index, end - index <= Self.longestReserved else { return nil }
    let word = text[index..<end].text
    if word == "!", hasExtendedPatterns, end < text.count, text[end] == UInt8(ascii: "(") {
      return nil
    }
    return Self.reserved.contains(word) ? word : nil
  }

  /// Behind a reserved word may stand a backslash that joins it with an indented line.
  private func endsReserved(at place: Int) -> Bool {
    if isMeta(text[place]) { return true }
    let joint = text[place...].prefix(3)
    return joint.starts(with: "\\\n".utf8) && (joint.last?.isBlank ?? false)
  }

  /// Takes a reserved word that has to stand here.
  mutating func expect(_ word: String) throws(ShellMistake) {
    skipBlanks()
    guard reservedWord == word else { throw unexpected() }
    index += word.utf8.count
  }

  /// Takes a sign that has to stand here.
  mutating func expectSign(_ sign: String) throws(ShellMistake) {
    skipBlanks()
    guard operatorHere == sign else { throw unexpected() }
    index += sign.utf8.count
  }

  private static let operators = [
    "&>>", "<<<", "<<-", ";;&", "&&", "||", ";;", ";&", "|&", "<<", ">>", "<&", ">&", "<>", ">|",
    "&>", "|", "&", ";", "(", ")", "<", ">",
  ]

  private static let longestReserved = 8

  private static let reserved: Set<String> = [
    "if", "then", "else", "elif", "fi", "case", "esac", "for", "select", "while", "until", "do",
    "done", "in", "function", "time", "{", "}", "!", "[[", "]]", "coproc",
  ]

  /// The words that end a list of commands, with what begins the command they belong to.
  package static let closers: [String: String] = [
    "then": "if", "elif": "if", "else": "if", "fi": "if", "do": "for", "done": "for",
    "esac": "case", "}": "{", ")": "(", ";;": "case", ";&": "case", ";;&": "case",
  ]

  /// The word that ends what a word begins.
  package static let closing: [String: String] = [
    "if": "fi", "for": "done", "while": "done", "until": "done", "select": "done",
    "case": "esac", "{": "}", "(": ")", "$(": ")", "<(": ")", ">(": ")",
  ]
}
