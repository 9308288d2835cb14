internal import Diagnostics
internal import Languages
internal import Text

/// The variables that Docker Compose puts into the files of a project: those of its `.env` files,
/// and what the shell that starts it has.
struct ComposeEnvironment: Sendable {
  /// In the order of the files; of a name that stands twice the last counts.
  private(set) var variables: [Variable] = []
  /// Names that the shell sets.
  private let inherited: Set<String>

  /// A variable of a `.env` file.
  struct Variable: Sendable {
    var name: String
    /// Nothing where the shell gives it.
    var value: String?
    /// Of the name, in its file.
    var place: Location
  }

  /// Reads `.env` files as compose does, the later ones over the earlier.
  ///
  /// - Parameters:
  ///   - files: each with its index in the set and what was read of it.
  ///   - inherited: names that commands of the guides set before they start compose.
  init(_ files: [(index: Int, reading: Reading)], inherited: Set<String>) {
    self.inherited = inherited
    for (index, reading) in files {
      for entry in reading.read(by: EnvFile.read).value.entries {
        variables.append(
          Variable(
            name: entry.name,
            value: value(of: entry),
            place: PlacedSet.place(entry.nameRange, inFile: index)
          )
        )
      }
    }
  }

  /// The names, each once.
  var names: [String] {
    var seen: Set<String> = []
    return variables.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Returns the variable of a name that counts.
  subscript(_ name: String) -> Variable? { variables.last { $0.name == name } }

  /// Whether a name has a value that is not known here.
  func isFromShell(_ name: String) -> Bool {
    guard let variable = self[name] else {
      return inherited.contains(name) || Self.shell.contains(name)
        || name.hasPrefix("COMPOSE_") || name.hasPrefix("DOCKER_")
    }
    return variable.value == nil
  }

  /// Returns the value of a name: nothing where it is not set, the empty text where the shell has
  /// one that is not known here.
  func value(_ name: String) -> String? { self[name]?.value ?? (isFromShell(name) ? "" : nil) }

  private func value(of entry: EnvFile.Entry) -> String? {
    switch entry.style {
    case .inherited: return nil
    case .single: return entry.value
    case .plain, .double:
      guard entry.value.utf8.contains(UInt8(ascii: "$")) else { return entry.value }
      let bytes = Array(entry.value.utf8)
      return InterpolatedText(bytes, 0..<bytes.count).text(bytes, value).text
    }
  }

  /// What a login shell has.
  private static let shell: Set<String> = [
    "HOME", "USER", "LOGNAME", "PATH", "PWD", "SHELL", "LANG", "TERM", "TMPDIR", "EDITOR",
    "SSH_AUTH_SOCK", "XDG_RUNTIME_DIR",
  ]
}
