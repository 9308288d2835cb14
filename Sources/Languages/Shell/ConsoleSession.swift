package import Text

/// Finds the commands in what a terminal shows.
///
/// A command stands behind a prompt such as `$ `, `root@pg1:~# ` or, where no other is used, `# `.
/// What follows is output, unless the command goes on there.
package struct ConsoleSession {
  private let text: [UInt8]
  private let lines: [Range<Int>]
  private let prompts: [Int?]

  /// Returns the commands of a text, each with the lines that belong to it.
  package static func commands(in text: [UInt8]) -> [MappedText] {
    let session = ConsoleSession(text)
    return session.prompts.indices.filter { session.prompts[$0] != nil }.map(session.command)
  }

  private init(_ text: [UInt8]) {
    self.text = text
    lines = text.physicalLines
    let named = lines.map { Self.promptEnd(in: text[$0]) }
    let usesHash = named.allSatisfy { $0 == nil }
    prompts =
      usesHash
      ? lines.map { text[$0].starts(with: "# ".utf8) ? $0.lowerBound + 2 : nil } : named
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

  private func command(at line: Int) -> MappedText {
    var whole = MappedText()
    whole.append((prompts[line] ?? lines[line].lowerBound)..<lines[line].upperBound, of: text)
    var marked = whole
    var isMarked = true
    for next in lines.indices.dropFirst(line + 1) {
      guard prompts[next] == nil, ShellScript.read(whole.bytes).isIncomplete else { break }
      let content = text[lines[next]]
      let hasMark = content.starts(with: "> ".utf8) || content.elementsEqual(">".utf8)
      let skipped = hasMark ? Swift.min(2, content.count) : 0
      isMarked = isMarked && (hasMark || whole.bytes.last == UInt8(ascii: "\\"))
      whole.append(UInt8(ascii: "\n"), at: lines[next].lowerBound)
      whole.append((lines[next].lowerBound + skipped)..<lines[next].upperBound, of: text)
      if isMarked { marked = whole }
    }
    // Output that was taken for the rest of a broken command is none of it.
    return ShellScript.read(whole.bytes).isIncomplete ? marked : whole
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
