internal import Languages
internal import Text

/// A simple command that the guides run on a server, its words as the shell would make them.
struct RunCommand: Sendable {
  /// The name of the command, then its arguments; what is not known beforehand is `*`.
  let words: [Word]
  /// The name of the command without its folder.
  let name: String
  /// Files that it writes by a sign such as `>`.
  var written: [String]
  /// Variables that it gives to the programs that are started.
  var assigned: [String]
  /// The folder in which it runs, without a leading `/`; nothing where that is not known.
  var folder: String?
  /// Whether it stands inside a word of another command, and may run elsewhere.
  var isInside: Bool

  init(
    words: [Word],
    written: [String] = [],
    assigned: [String] = [],
    folder: String?,
    isInside: Bool = false
  ) {
    self.words = words
    name = words.first.map { FilePath.name(of: $0.text) } ?? ""
    self.written = written
    self.assigned = assigned
    self.folder = folder
    self.isInside = isInside
  }

  /// What stands behind the name.
  var arguments: ArraySlice<Word> { words.dropFirst() }
}

/// Reads the commands of a script in their order, as far as they are known without running it.
struct CommandReader {
  private let text: [UInt8]
  private var variables: [String: String] = [:]
  private var folder: String?
  private(set) var commands: [RunCommand] = []

  /// Texts in texts, such as what `ssh` is told to run, are read to this depth.
  private static let deepest = 4

  /// Returns the commands of a script.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - folder: where it begins, without a leading `/`; nothing where that is not known.
  /// - Returns: every simple command, those inside of quoted texts with blanks behind their own.
  static func commands(in text: [UInt8], from folder: String? = nil) -> [RunCommand] {
    commands(in: text, from: folder, depth: 0)
  }

  private static func commands(
    in text: [UInt8],
    from folder: String?,
    depth: Int
  ) -> [RunCommand] {
    var reader = CommandReader(text: text, folder: folder)
    for command in CommandLexer.commands(in: text) { reader.read(command, depth) }
    return reader.commands
  }

  private init(text: [UInt8], folder: String?) {
    self.text = text
    self.folder = folder
  }

  private mutating func read(_ command: CommandLexer.Command, _ depth: Int) {
    var assigned: [String] = []
    for assignment in command.assignments {
      let raw = text[assignment].text
      guard let sign = raw.firstIndex(of: "=") else { continue }
      let name = String(raw[..<sign])
      // Without a command behind it a variable stays inside of the shell.
      if !command.words.isEmpty { assigned.append(name) }
      variables[name] = value(Array(raw[raw.index(after: sign)...].utf8)[...])
    }
    let words = command.words.map { range in
      let isQuoted = text[range].contains { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
      return Word(text: value(text[range]), range: range, isQuoted: isQuoted)
    }
    let written = command.written.map { value(text[$0]) }
    if words.first?.text == "export" {
      for word in words.dropFirst() {
        let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first else { continue }
        assigned.append(String(name))
        if parts.count == 2 { variables[String(name)] = String(parts[1]) }
      }
    }
    commands.append(
      RunCommand(words: words, written: written, assigned: assigned, folder: folder)
    )
    if words.first?.text == "cd", words.count > 1 { enter(words[1].text) }
    guard depth < Self.deepest else { return }
    for word in words.dropFirst() where word.isQuoted && word.text.contains(" ") {
      commands += Self.commands(in: Array(word.text.utf8), from: nil, depth: depth + 1).map {
        var command = $0
        command.isInside = true
        return command
      }
    }
    // What `ssh` runs elsewhere may stand in words of its own.
    if let target = words.firstIndex(where: { $0.text.contains("@") }), words[0].text == "ssh",
      target + 1 < words.count
    {
      commands.append(
        RunCommand(
          words: Array(words[(target + 1)...]),
          folder: nil,
          isInside: true
        )
      )
    }
  }

  private mutating func enter(_ path: String) {
    if path.hasPrefix("/") {
      folder = path.contains("*") ? nil : FilePath.joined("", path)
    } else {
      folder = path.contains("*") ? nil : folder.map { FilePath.joined($0, path) }
    }
  }

  /// Takes quotes away and puts in variables that are known.
  private func value(_ word: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = word.startIndex
    var quote: UInt8?
    while index < word.endIndex {
      let byte = word[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'") where quote != UInt8(ascii: "\""),
        UInt8(ascii: "\"") where quote != UInt8(ascii: "'"):
        quote = quote == nil ? byte : nil
      case UInt8(ascii: "\\") where quote != UInt8(ascii: "'") && index < word.endIndex:
        if word[index] != UInt8(ascii: "\n") { result.append(word[index]) }
        index += 1
      case UInt8(ascii: "$") where quote != UInt8(ascii: "'"):
        result += Array(variable(in: word, at: &index).utf8)
      case UInt8(ascii: "`") where quote != UInt8(ascii: "'"):
        index = word[index...].firstIndex(of: byte).map { $0 + 1 } ?? word.endIndex
        result.append(UInt8(ascii: "*"))
      default: result.append(byte)
      }
    }
    return result.text
  }

  private func variable(in word: ArraySlice<UInt8>, at index: inout Int) -> String {
    guard index < word.endIndex else { return "$" }
    switch word[index] {
    case UInt8(ascii: "{"):
      let end = word[index...].firstIndex(of: UInt8(ascii: "}")) ?? word.endIndex
      let name = word[(index + 1)..<max(index + 1, end)]
      index = min(end + 1, word.endIndex)
      return name.allSatisfy(\.isNameByte) ? variables[name.text] ?? "*" : "*"
    case UInt8(ascii: "("):
      var depth = 0
      while index < word.endIndex {
        if word[index] == UInt8(ascii: "(") { depth += 1 }
        if word[index] == UInt8(ascii: ")") { depth -= 1 }
        index += 1
        if depth == 0 { break }
      }
      return "*"
    default:
      let name = word[index...].prefix(while: \.isNameByte)
      index = max(index + 1, name.endIndex)
      return variables[name.text] ?? "*"
    }
  }
}
