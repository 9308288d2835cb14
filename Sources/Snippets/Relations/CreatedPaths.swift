internal import Deployment
internal import Languages
internal import Text

/// What the fences and the commands of the guides put on a server.
struct CreatedPaths: Sendable {
  /// Files and folders, without a leading `/`.
  private(set) var paths: Set<String> = []
  /// The folders above them.
  private(set) var folders: Set<String> = []
  /// Paths with a part that is not known.
  private var patterns: Set<String> = []
  /// Folders into which something puts more than can be told.
  private var filled: Set<String> = []

  /// Creates what commands make, one after the other.
  init(of commands: [RunCommand] = []) {
    for command in commands { add(command) }
  }

  /// Adds what is made elsewhere or by others.
  mutating func formUnion(_ other: CreatedPaths) {
    paths.formUnion(other.paths)
    folders.formUnion(other.folders)
    patterns.formUnion(other.patterns)
    filled.formUnion(other.filled)
  }

  /// Adds a file that a fence shows.
  mutating func add(_ path: String) {
    guard paths.insert(path).inserted else { return }
    var folder = FilePath.folder(of: path)
    while !folder.isEmpty, folders.insert(folder).inserted { folder = FilePath.folder(of: folder) }
  }

  /// Whether something makes a path, or something beneath it.
  func has(_ path: String) -> Bool {
    paths.contains(path) || folders.contains(path)
      || filled.contains { path == $0 || path.hasPrefix($0 + "/") }
      || patterns.contains { Glob.matches($0, path) }
  }

  /// Whether something makes a path that a pattern with `*` fits.
  func hasAny(_ pattern: String) -> Bool {
    guard pattern.contains("*") else { return has(pattern) }
    let folder = FilePath.folder(of: pattern)
    return paths.contains { Glob.matches(pattern, $0) } || patterns.contains(pattern)
      || filled.contains { folder == $0 || folder.hasPrefix($0 + "/") }
      || patterns.contains { FilePath.folder(of: $0) == folder }
  }

  /// Adds what a command makes.
  private mutating func add(_ command: RunCommand) {
    for path in command.written { add(path, in: command.folder) }
    addOutputs(of: command)
    let operands = command.arguments.map(\.text).filter { !$0.hasPrefix("-") }
    switch command.name {
    case "sudo", "exec", "env", "nice", "command":
      add(RunCommand(words: Array(command.arguments), folder: command.folder))
    case "touch", "mkdir", "tee", "truncate", "mkfifo":
      for path in operands { add(path, in: command.folder) }
    case "install" where command.arguments.contains { $0.text == "-d" || $0.text == "-dm" }:
      for path in operands { add(path, in: command.folder) }
    case "cp", "mv", "ln", "install", "scp", "rsync":
      addCopies(operands, in: command.folder)
    case "git" where operands.first == "clone":
      let name = operands.count > 1 ? FilePath.name(of: operands[1]) : ""
      let folder = operands.count > 2 ? operands[2] : name.replacing(".git", with: "")
      fill(folder, in: command.folder)
    case "sed" where command.arguments.contains { $0.text.hasPrefix("-i") }:
      for path in operands.dropFirst() { add(path, in: command.folder) }
    case "docker" where operands.contains("cp"):
      if let target = operands.last { fill(target, in: command.folder) }
    default: break
    }
  }

  /// Options that name what is written, whatever the command.
  private mutating func addOutputs(of command: RunCommand) {
    let unpacks = ["tar", "unzip", "bsdtar"].contains(command.name)
    for (option, value) in zip(command.words, command.words.dropFirst()) {
      switch option.text {
      case "-o", "--output", "-out", "-keyout", "-O", "--output-document", "--out":
        add(value.text, in: command.folder)
      case "-f" where command.name == "ssh-keygen":
        add(value.text, in: command.folder)
        add(value.text + ".pub", in: command.folder)
      case "-C", "--directory", "-d":
        if unpacks { fill(value.text, in: command.folder) }
      default: continue
      }
    }
    for word in command.words where word.text.hasPrefix("of=") {
      add(String(word.text.dropFirst(3)), in: command.folder)
    }
  }

  /// The last operand is the target: the file itself, or the folder of the others.
  private mutating func addCopies(_ operands: [String], in folder: String?) {
    guard let target = operands.last, operands.count > 1 else { return }
    if operands.dropLast().contains(where: { $0.hasSuffix("/") }) {
      fill(target, in: folder)
      return
    }
    add(target, in: folder)
    for source in operands.dropLast() {
      add("\(target)/\(FilePath.name(of: source))", in: folder)
    }
  }

  private mutating func add(_ path: String, in folder: String?) {
    guard let whole = Self.whole(path, in: folder) else { return }
    if whole.contains("*") { patterns.insert(whole) } else { add(whole) }
  }

  private mutating func fill(_ path: String, in folder: String?) {
    guard let whole = Self.whole(path, in: folder), !whole.isEmpty, !whole.hasPrefix("*") else {
      return
    }
    filled.insert(whole)
    add(whole)
  }

  /// A path without its `user@host:` and leading `/`; nothing where it cannot be known.
  private static func whole(_ path: String, in folder: String?) -> String? {
    var path = path[...]
    if let colon = path.firstIndex(of: ":"), !path[..<colon].contains("/") {
      path = path[path.index(after: colon)...]
      guard path.hasPrefix("/") else { return nil }
    }
    guard !path.isEmpty, path != "-", !path.hasPrefix("&") else { return nil }
    if path.hasPrefix("/") { return FilePath.joined("", String(path)) }
    guard let folder, !path.hasPrefix("*") else { return nil }
    return FilePath.joined(folder, String(path))
  }
}
