internal import Deployment
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

/// Reads the commands of scripts in their order, as far as they are known without running them.
struct CommandReader {
  private var shell: Shell
  /// What the shells outside of the subshell were left with, the outermost first.
  private var outer: [(start: Int, shell: Shell)] = []
  private var commands: [RunCommand] = []

  /// What a command may change for those behind it.
  private struct Shell {
    var variables: [String: String] = [:]
    var folder: String?
  }

  /// Texts in texts, such as what `ssh` is told to run, are read to this depth.
  private static let deepest = 4

  /// Returns the commands that one shell runs.
  ///
  /// - Parameters:
  ///   - inputs: what it is given, one after the other.
  ///   - folder: where it begins, without a leading `/`; nothing where that is not known.
  /// - Returns: every simple command, those inside of quoted texts with blanks behind their own;
  ///   ranges are bytes of the text of which the inputs are parts.
  static func commands(in inputs: [ShellInput], from folder: String? = nil) -> [RunCommand] {
    commands(in: inputs, from: folder, depth: 0)
  }

  private static func commands(
    in inputs: [ShellInput],
    from folder: String?,
    depth: Int
  ) -> [RunCommand] {
    var reader = CommandReader(shell: Shell(folder: folder))
    for input in inputs {
      for command in input.script.commands {
        reader.enter(command.subshells)
        reader.read(command, of: input.text, depth)
      }
      reader.enter([])
    }
    return reader.commands
  }

  /// Leaves the subshells that a command is not in, and enters those that it is in.
  private mutating func enter(_ subshells: [Int]) {
    while let (_, shell) = outer.last, !subshells.starts(with: outer.map(\.start)) {
      self.shell = shell
      outer.removeLast()
    }
    for start in subshells.dropFirst(outer.count) { outer.append((start, shell)) }
  }

  private mutating func read(_ command: ShellCommand, of script: MappedText, _ depth: Int) {
    let text = script.bytes
    var assigned: [String] = []
    for assignment in command.assignments {
      let name = text[assignment.range].prefix(while: \.isNameByte).text
      // Without a command behind it a variable stays inside of the shell.
      if !command.words.isEmpty { assigned.append(name) }
      shell.variables[name] = value(ofAssignment: text[assignment.range])
    }
    let words = command.words.map { word in
      Word(
        text: value(text[word.range]),
        range: script.range(of: word.range),
        isQuoted: word.isQuoted
      )
    }
    let written = command.redirections.filter(\.isWritten).map { value(text[$0.target.range]) }
      .filter { Int($0) == nil }
    if words.first?.text == "export" {
      for word in words.dropFirst() {
        let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first else { continue }
        assigned.append(String(name))
        if parts.count == 2 { shell.variables[String(name)] = String(parts[1]) }
      }
    }
    commands.append(
      RunCommand(words: words, written: written, assigned: assigned, folder: shell.folder)
    )
    if words.first?.text == "cd", words.count > 1 { changeFolder(to: words[1].text) }
    guard depth < Self.deepest else { return }
    for word in words.dropFirst() where word.isQuoted && word.text.contains(" ") {
      let inner = ShellInput(MappedText(Array(word.text.utf8)))
      commands += Self.commands(in: [inner], from: nil, depth: depth + 1).map {
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

  private mutating func changeFolder(to path: String) {
    let start = path.hasPrefix("/") ? "" : shell.folder
    shell.folder = path.contains("*") ? nil : start.map { FilePath.joined($0, path) }
  }

  /// The value behind the sign; that of an array, and of one of its elements, is not known.
  private func value(ofAssignment word: ArraySlice<UInt8>) -> String {
    let name = word.prefix(while: \.isNameByte)
    let rest = word[name.endIndex...]
    let isAdded = rest.starts(with: "+=".utf8)
    guard isAdded || rest.first == .equals else { return "*" }
    let raw = rest.dropFirst(isAdded ? 2 : 1)
    guard raw.first != .openParenthesis else { return "*" }
    return (isAdded ? shell.variables[name.text] ?? "*" : "") + value(raw)
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
      case .lessThan where quote == nil, .greaterThan where quote == nil:
        // Outside of quotes such a sign in a word begins a substitution.
        skipParentheses(in: word, at: &index)
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
      return name.allSatisfy(\.isNameByte) ? shell.variables[name.text] ?? "*" : "*"
    case UInt8(ascii: "("):
      skipParentheses(in: word, at: &index)
      return "*"
    case .apostrophe, .quote: return ""
    default:
      let name = word[index...].prefix(while: \.isNameByte)
      index = max(index + 1, name.endIndex)
      return shell.variables[name.text] ?? "*"
    }
  }

  private func skipParentheses(in word: ArraySlice<UInt8>, at index: inout Int) {
    var depth = 0
    while index < word.endIndex {
      if word[index] == .openParenthesis { depth += 1 }
      if word[index] == .closeParenthesis { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
  }
}

extension ShellRedirection {
  /// Whether it writes to its target.
  fileprivate var isWritten: Bool { sign.hasPrefix(">") || sign.hasPrefix("&>") }
}
