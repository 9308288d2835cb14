internal import Text

/// A session in a terminal: prompts, the commands behind them, and what they printed.
enum ConsoleLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.index
      guard passPrompt(&scanner) else {
        scanner.skipLine()
        scanner.advance()
        scanner.add(.output, from: start)
        continue
      }
      scanner.add(.prompt, from: start)
      scanCommand(&scanner)
      scanner.advance()
    }
  }

  /// Reads a command, which goes on after a backslash at the end of its line.
  private static func scanCommand(_ scanner: inout Scanner) {
    var shell = ShellReader()
    while true {
      let start = scanner.index
      scanner.skipLine()
      let stop = scanner.index
      let continues = stop > start && scanner.text[stop - 1] == .backslash && stop < scanner.end
      scanner.index = start
      let end = scanner.end
      scanner.end = stop
      while !scanner.isAtEnd { shell.step(&scanner) }
      scanner.end = end
      guard continues else { return }
      scanner.advance()
      let line = scanner.index
      if scanner.isNext("> ") {
        scanner.advance(2)
        scanner.add(.prompt, from: line)
      }
    }
  }

  /// Passes `$ `, `# `, `% ` or the like, with `user@host:folder` before it.
  private static func passPrompt(_ scanner: inout Scanner) -> Bool {
    let start = scanner.index
    scanner.skip(nameBytes)
    if scanner.index > start {
      guard scanner.next == .at || scanner.next == .equals else {
        scanner.index = start
        return false
      }
      scanner.skip(until: ByteClass.spaces.union("$#"))
    }
    let isPrompt = marks.contains(scanner.next) && ByteClass.spaces.contains(scanner.peek(1))
    scanner.index = isPrompt ? min(scanner.index + 2, scanner.end) : start
    if isPrompt, scanner.text[scanner.index - 1] == .lineFeed { scanner.index -= 1 }
    return isPrompt
  }

  private static let marks = ByteClass("$#")
  private static let nameBytes = ByteClass.identifier.union("-.")
}
