internal import Text

/// Dockerfiles: instructions, with the commands of a shell where one runs them.
enum DockerfileLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      scanner.skip(.spaces)
      let start = scanner.index
      if scanner.next == .hash {
        scanner.addLine(.comment)
        continue
      }
      scanner.skip(.letters)
      let word = start..<scanner.index
      guard instructions.contains(scanner.text, word) else {
        scanner.skipLine()
        continue
      }
      scanner.add(.keyword, from: start)
      let stop = endOfInstruction(scanner)
      if shells.contains(scanner.text, word) {
        passFlags(&scanner)
        let end = scanner.end
        scanner.end = stop
        if firstByte(scanner) == .openBracket {
          JSONLexer.scan(&scanner)
        } else {
          ShellLexer.scan(&scanner)
        }
        scanner.end = end
      } else {
        scanArguments(&scanner, to: stop)
      }
    }
  }

  /// The end of an instruction, which goes on after a backslash at the end of its line.
  private static func endOfInstruction(_ scanner: Scanner) -> Int {
    var place = scanner.index
    while place < scanner.end {
      if scanner.text[place] == .lineFeed, scanner.text[place - 1] != .backslash { return place }
      place += 1
    }
    return place
  }

  private static func firstByte(_ scanner: Scanner) -> UInt8 {
    var place = scanner.index
    while place < scanner.end, ByteClass.blanks.contains(scanner.text[place]) { place += 1 }
    return place < scanner.end ? scanner.text[place] : 0
  }

  /// Passes `--mount=…` and the like.
  private static func passFlags(_ scanner: inout Scanner) {
    scanner.skip(.blanks)
    while scanner.isNext("--") {
      scanner.skip(until: .spaces)
      scanner.skip(.blanks)
    }
  }

  private static func scanArguments(_ scanner: inout Scanner, to stop: Int) {
    while scanner.index < stop {
      let start = scanner.index
      switch scanner.next {
      case .quote: scanner.addExpanded()
      case .apostrophe: scanner.addQuoted(escape: 0)
      case .dollar: scanner.addVariable()
      case let byte where wordBytes.contains(byte):
        scanner.skip(wordBytes)
        if scanner.text[start..<scanner.index].elementsEqual("AS".utf8) {
          scanner.add(.keyword, from: start)
        } else if scanner.next == .equals {
          scanner.add(.key, from: start)
        } else {
          scanner.addWord(from: start)
        }
      default: scanner.advance()
      }
    }
  }

  private static let wordBytes = ByteClass.identifier.union("-./:@")
  private static let shells = WordSet("run cmd entrypoint", ignoresCase: true)
  private static let instructions = WordSet(
    """
    add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell \
    stopsignal user volume workdir
    """,
    ignoresCase: true
  )
}
