internal import Text

/// Finds the commands in what a terminal shows.
///
/// A command stands behind a prompt such as `$ `, `root@pg1:~# ` or, where no other is used, `# ` with
/// something behind it that can be a command. What follows is output, unless the command goes on
/// there.
package struct ConsoleSession {
  private let text: [UInt8]
  private let lines: [Range<Int>]
  private let prompts: [Int?]

  /// Returns the commands of a text, each with the lines that belong to it.
  package static func commands(in text: [UInt8]) -> [ShellInput] {
    let session = ConsoleSession(text)
    return session.prompts.indices.filter { session.prompts[$0] != nil }.map(session.command)
  }

  private init(_ text: [UInt8]) {
    self.text = text
    lines = text.physicalLines
    let named = lines.map { Self.promptEnd(in: text[$0]) }
    let usesHash = named.allSatisfy { $0 == nil }
    prompts = usesHash ? lines.map { Self.rootPromptEnd(in: text[$0]) } : named
  }

  /// Returns where the command begins behind a `#` at the start of a line; nothing where a sentence
  /// stands there, as in a file that a command prints.
  private static func rootPromptEnd(in line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: "# ".utf8) else { return nil }
    let content = line.dropFirst(2).drop { $0.isBlank }
    let word = content.prefix { !$0.isBlank }
    guard let first = word.first else { return nil }
    // A name of a program begins with a capital only in a path, and behind a variable it sets.
    let isName = !first.isUpper || word.contains(.slash) || word.contains(.equals)
    let begins = first.isNameByte || first >= 0x80 || "./~$\"'([{!:".utf8.contains(first)
    return isName && begins && !isSentence(content) ? line.startIndex + 2 : nil
  }

  /// Whether the last of several words is a plain one with a mark that ends a sentence, or a word has
  /// an apostrophe, as in `don't`, that no other one closes.
  private static func isSentence(_ content: ArraySlice<UInt8>) -> Bool {
    let apostrophes = content.indices.filter { content[$0] == UInt8(ascii: "'") }
    if apostrophes.count == 1, let place = apostrophes.first, place > content.startIndex,
      place + 1 < content.endIndex, content[place - 1].isLetter, content[place + 1].isLetter,
      !content.contains(UInt8(ascii: "\""))
    {
      return true
    }
    guard let last = content.split(whereSeparator: \.isBlank).dropFirst().last,
      let mark = last.last, ".:!?".utf8.contains(mark)
    else { return false }
    return last.count > 1 && last.dropLast().allSatisfy(\.isLetter)
  }

  /// Returns where the command begins; nothing for a line of output.
  private static func promptEnd(in line: ArraySlice<UInt8>) -> Int? {
    let start = line.drop { $0.isBlank }
    if start.starts(with: "$ ".utf8) { return start.startIndex + 2 }
    let longest = start.prefix(80)
    guard
      let sign = longest.firstIndex(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "#") }),
      sign + 1 < line.endIndex, line[sign + 1] == UInt8(ascii: " ")
    else { return nil }
    let name = longest[..<sign]
    guard let at = name.firstIndex(of: UInt8(ascii: "@")),
      !name[..<at].contains(where: \.isBlank)
    else { return nil }
    let isBracketed = name.first == UInt8(ascii: "[") && name.last == UInt8(ascii: "]")
    return isBracketed || name.contains(UInt8(ascii: ":")) ? sign + 2 : nil
  }

  private func command(at line: Int) -> ShellInput {
    var text = MappedText()
    text.append((prompts[line] ?? lines[line].lowerBound)..<lines[line].upperBound, of: self.text)
    var whole = ShellInput(text)
    var marked = whole
    var isMarked = true
    for next in lines.indices.dropFirst(line + 1) {
      guard prompts[next] == nil, whole.script.isIncomplete else { break }
      let content = self.text[lines[next]]
      let hasMark = content.starts(with: "> ".utf8) || content.elementsEqual(">".utf8)
      let skipped = hasMark ? Swift.min(2, content.count) : 0
      isMarked = isMarked && (hasMark || text.bytes.last == UInt8(ascii: "\\"))
      text.append(UInt8(ascii: "\n"), at: lines[next].lowerBound)
      text.append((lines[next].lowerBound + skipped)..<lines[next].upperBound, of: self.text)
      whole = ShellInput(text)
      if isMarked { marked = whole }
    }
    // Output that was taken for the rest of a broken command is none of it.
    return whole.script.isIncomplete ? marked : whole
  }
}

extension ShellScript {
  /// Whether the shell would ask for more lines.
  var isIncomplete: Bool {
    mistakes.contains { mistake in
      switch mistake.kind {
      case .unfinished, .commandMissing, .quote, .bracket, .document(.missing): true
      default: false
      }
    } || endsInBackslash
  }
}
