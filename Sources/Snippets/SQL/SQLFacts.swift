internal import Deployment
internal import Languages
internal import Text

extension Format {
  /// Statements of PostgreSQL, for what they say to others alone.
  static let sql = Format(.unchecked, rules: [], facts: .sql)
}

extension FileFacts {
  fileprivate static let sql = FileFacts(lines: statements) { file, facts in
    guard case .lines(let lines) = file.content else { return }
    facts.secrets += passwords(in: lines.flatMap(\.words), file)
  }

  /// The lines as words with quotes, up to a comment.
  private static func statements(in reading: Reading) -> [ConfigLine] {
    let dialect = LineDialect(comments: [], quotes: [.quote, .apostrophe], hasEscapes: true)
    return LogicalLine.lines(of: reading.text, dialect).map { line in
      ConfigLine(
        words: Array(line.words(dialect).prefix { $0.isQuoted || !$0.text.hasPrefix("--") })
      )
    }
  }

  /// `CREATE ROLE name … PASSWORD 'text'`, also `USER` and `ALTER`.
  private static func passwords(in words: [Word], _ file: ReadFile) -> [SecretPlace] {
    var found: [SecretPlace] = []
    var role: String?
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch word.text.uppercased() {
      case "ROLE", "USER": role = next.map { withoutSemicolon($0.text) }
      case "PASSWORD":
        guard let role, let next, next.isQuoted else { continue }
        found.append(
          SecretPlace(
            realm: .postgres,
            user: role,
            text: withoutSemicolon(next.text),
            place: file.place(next.range),
            name: "PASSWORD",
            isGiven: true
          )
        )
      default: if word.text.hasSuffix(";") { role = nil }
      }
    }
    return found
  }

  private static func withoutSemicolon(_ text: String) -> String {
    text.hasSuffix(";") ? String(text.dropLast()) : text
  }
}
