internal import Languages
internal import Text

/// Parts a script into simple commands, without its grammar: what stands between `;`, `&`, `|`,
/// brackets and line breaks outside of quotes.
struct CommandLexer {
  /// A simple command, its words as they are written.
  struct Command {
    /// `NAME=value` before the command itself.
    var assignments: [Range<Int>] = []
    var words: [Range<Int>] = []
    /// What stands behind `>` and its kin.
    var written: [Range<Int>] = []
  }

  private let text: [UInt8]
  private var index = 0
  private var command = Command()
  private var commands: [Command] = []
  /// The words that end here-documents whose bodies begin behind the line.
  private var documents: [[UInt8]] = []

  /// Returns the commands of a script in their order.
  static func commands(in text: [UInt8]) -> [Command] {
    var lexer = CommandLexer(text: text)
    lexer.read()
    return lexer.commands
  }

  private init(text: [UInt8]) { self.text = text }

  /// Words of the grammar that stand before a command.
  private static let keywords: Set<String> = [
    "if", "then", "elif", "else", "fi", "while", "until", "do", "done", "{", "}", "!", "time",
  ]

  private mutating func read() {
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n"):
        index += 2
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "\n"):
        finish()
        index += 1
        skipDocuments()
      case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        finish()
        index += 1
      case UInt8(ascii: ">"), UInt8(ascii: "<"): readRedirection()
      default: readWord()
      }
    }
    finish()
  }

  private mutating func finish() {
    if !command.words.isEmpty || !command.assignments.isEmpty || !command.written.isEmpty {
      commands.append(command)
    }
    command = Command()
  }

  private mutating func skipLine() {
    index = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
  }

  private mutating func skipBlanks() {
    while index < text.count, text[index].isBlank { index += 1 }
  }

  private mutating func readRedirection() {
    let isWritten = text[index] == UInt8(ascii: ">")
    let start = index
    while index < text.count, [0x3C, 0x3E].contains(text[index]) { index += 1 }
    let sign = index - start
    if index < text.count, [UInt8(ascii: "&"), UInt8(ascii: "|")].contains(text[index]) {
      index += 1
    }
    let isDocument = !isWritten && sign == 2
    if isDocument, index < text.count, text[index] == UInt8(ascii: "-") { index += 1 }
    skipBlanks()
    let target = scanWord()
    if isDocument {
      documents.append(text[target].filter { ![0x22, 0x27, 0x5C].contains($0) })
    } else if isWritten, !target.isEmpty {
      command.written.append(target)
    }
  }

  private mutating func skipDocuments() {
    for end in documents {
      while index < text.count {
        let start = index
        skipLine()
        let line = text[start..<index].drop { $0 == UInt8(ascii: "\t") }
        index = min(index + 1, text.count)
        if line.elementsEqual(end) { break }
      }
    }
    documents = []
  }

  private mutating func readWord() {
    let word = scanWord()
    // A number before a sign belongs to the sign.
    if index < text.count, [0x3C, 0x3E].contains(text[index]), text[word].allSatisfy(\.isDigit) {
      return
    }
    let written = text[word].text
    if command.words.isEmpty {
      if Self.keywords.contains(written) { return }
      let name = text[word].prefix(while: \.isNameByte)
      let isAssignment =
        !name.isEmpty && !name[name.startIndex].isDigit && name.endIndex < word.upperBound
        && text[name.endIndex] == UInt8(ascii: "=")
      if isAssignment {
        command.assignments.append(word)
        return
      }
    }
    command.words.append(word)
  }

  /// Passes over a word: up to a blank or a sign outside of quotes and substitutions.
  private mutating func scanWord() -> Range<Int> {
    let start = index
    var quote: UInt8?
    var depth = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        index = min(index + 2, text.count)
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if [UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`")].contains(byte) {
        quote = byte
      } else if byte == UInt8(ascii: "$"), index + 1 < text.count,
        [UInt8(ascii: "("), UInt8(ascii: "{")].contains(text[index + 1])
      {
        depth += 1
        index += 1
      } else if depth > 0 {
        if [UInt8(ascii: "("), UInt8(ascii: "{")].contains(byte) { depth += 1 }
        if [UInt8(ascii: ")"), UInt8(ascii: "}")].contains(byte) { depth -= 1 }
      } else if byte.isBlank || "\r\n;&|()<>".utf8.contains(byte) {
        break
      }
      index += 1
    }
    if index == start { index = min(index + 1, text.count) }
    return start..<index
  }
}
