internal import Languages
internal import Text

/// Variables that no role gives a value: what the documentation hands over on the command line, and
/// what it sets and a role reads.
struct DocumentedVariables {
  /// Names behind `--extra-vars`.
  private(set) var extra: [String] = []
  /// Names in YAML fences that a task or a template of a role names.
  private(set) var undefined: [String] = []

  init(
    _ checkout: PlaybookCheckout,
    besides variables: DefinedVariables,
    _ renames: Set<String>
  ) {
    var names: Set<String> = []
    for document in checkout.documents {
      for line in document.split(separator: "\n") where line.contains("--extra-vars=") {
        names.formUnion(Self.extraVariables(in: line))
      }
    }
    let known = { variables[$0] != nil || renames.contains($0) }
    extra = names.filter { !known($0) }.sorted()
    let used = Self.wordsOfTasks(checkout)
    let documented = Set(checkout.documents.flatMap(Self.variables))
    undefined = documented.subtracting(extra).filter { !known($0) && used.contains($0) }.sorted()
  }

  /// The names in `--extra-vars='a=b c=d'`.
  private static func extraVariables(in line: Substring) -> [String] {
    var names: [String] = []
    var rest = line
    while let mark = rest.firstRange(of: "--extra-vars=") {
      rest = rest[mark.upperBound...]
      var given = rest.prefix { $0 != " " }
      if let quote = rest.first, quote == "'" || quote == "\"" {
        given = rest.dropFirst().prefix { $0 != quote }
      }
      for pair in given.split(separator: " ") where pair.contains("=") {
        let name = pair.prefix { $0 != "=" }
        if name.first?.isLetter == true, name.utf8.allSatisfy(\.isNameByte) {
          names.append(String(name))
        }
      }
    }
    return names
  }

  /// The names that begin a line of a YAML fence with a colon behind them, commented out or not.
  private static func variables(in document: String) -> [String] {
    var names: [String] = []
    var isYAML = false
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isYAML = line.hasPrefix("```yaml") || line.hasPrefix("```yml")
        continue
      }
      guard isYAML else { continue }
      let bare = line.hasPrefix("# ") ? line.dropFirst(2) : line
      let name = bare.prefix { $0 != ":" }
      if name.endIndex < bare.endIndex, name.contains("_"), name.utf8.allSatisfy(\.isNameByte) {
        names.append(String(name))
      }
    }
    return names
  }

  /// Every word with a `_` in the tasks of the roles.
  private static func wordsOfTasks(_ checkout: PlaybookCheckout) -> Set<String> {
    var words: Set<String> = []
    for file in checkout.roles.flatMap(\.tasks) {
      for word in file.text.split(whereSeparator: { !$0.isNameByte })
      where word.contains(UInt8(ascii: "_")) {
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return words
  }
}
