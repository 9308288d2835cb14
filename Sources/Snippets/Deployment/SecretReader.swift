internal import Diagnostics
internal import Languages

/// Reads secrets that stand inside of statements and addresses.
struct SecretReader {
  let file: ReadFile

  /// The secrets, beside what ``FileEnd/all`` says.
  var secrets: [SecretPlace] {
    guard case .lines(let lines) = file.content else { return [] }
    switch file.program {
    case .defaults: return lines.flatMap(defaults)
    case .sql: return statements(lines.flatMap(\.words))
    default: return []
    }
  }

  private func defaults(_ line: ConfigLine) -> [SecretPlace] {
    guard line.words.count > 1 else { return [] }
    return AuthorityURL.all(in: line.words[1].text).compactMap { url in
      url.secret(named: line.words[0].text, at: file.place(line.words[1].range))
    }
  }

  /// `CREATE ROLE name … PASSWORD 'text'`, also `USER` and `ALTER`.
  private func statements(_ words: [Word]) -> [SecretPlace] {
    var found: [SecretPlace] = []
    var role: String?
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch word.text.uppercased() {
      case "ROLE", "USER": role = next?.text.trimmed(of: ";")
      case "PASSWORD":
        guard let role, let next, next.isQuoted else { continue }
        found.append(
          SecretPlace(
            realm: .postgres,
            user: role,
            text: next.text.trimmed(of: ";"),
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
}

extension AuthorityURL {
  /// The password as a secret of what the scheme reaches; nothing where there is none.
  func secret(named name: String, at place: Location) -> SecretPlace? {
    guard let password, let user, scheme.hasPrefix("postgres") else { return nil }
    return SecretPlace(
      realm: .postgres,
      user: user,
      text: password,
      place: place,
      name: name,
      isGiven: false
    )
  }
}

extension String {
  fileprivate func trimmed(of character: Character) -> String {
    hasSuffix(String(character)) ? String(dropLast()) : self
  }
}
