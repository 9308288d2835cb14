package import Diagnostics

extension Rule {
  package static let differentSecret = Rule(
    "secret/different",
    reports: "Two files with different secrets that must be the same.",
    why: "Each file is valid by itself, but the programs cannot log in to each other.",
    fires: .secrets("b", "postgres"),
    fixed: .secrets("a", "postgres")
  )

  package static let unknownLogin = Rule(
    "secret/unknown-user",
    reports: "A login as a user that the other end does not define.",
    why: "The name was changed at one end only, and the login is refused.",
    fires: .secrets("a", "postgre"),
    fixed: .secrets("a", "postgres")
  )
}

extension Rule.Example {
  /// A page with the password of a role, where it is made and where it is used.
  fileprivate static func secrets(_ password: String, _ user: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```sql file=role.sql
      CREATE ROLE postgres LOGIN PASSWORD 'a';
      ```

      ```text file=/etc/pgbouncer/userlist.txt
      "\(user)" "\(password)"
      ```

      """
    )
  }
}

extension Diagnostic {
  /// Finds secrets of which two ends are not the same.
  ///
  /// - Parameters:
  ///   - secrets: every one of a deployment.
  ///   - shown: names the file of a place, as a reader of the guides knows it.
  /// - Returns: a finding for each end that differs, in the order of the secrets.
  package static func differentSecrets(
    among secrets: [SecretPlace],
    shown: (Location) -> String
  ) -> [Diagnostic] {
    let given = secrets.filter(\.isGiven)
    return secrets.compactMap { secret in
      let same = given.filter { $0.realm == secret.realm }
      guard let first = same.first else { return nil }
      if secret.isGiven {
        // All servers of a relay share one secret; other programs have one a user.
        guard secret.realm == .turn, first.text != secret.text else { return nil }
        return .differentSecret(secret, first, shown)
      }
      guard let user = secret.user else {
        return same.contains { $0.text == secret.text }
          ? nil : .differentSecret(secret, first, shown)
      }
      let own = same.filter { $0.user == user }
      guard let nearest = own.first else {
        return .unknownLogin(secret, user, same, shown)
      }
      return own.contains { $0.text == secret.text }
        ? nil : .differentSecret(secret, nearest, shown)
    }
  }

  private static func differentSecret(
    _ secret: SecretPlace,
    _ other: SecretPlace,
    _ shown: (Location) -> String
  ) -> Diagnostic {
    let owner = secret.user.map { " of `\($0)`" } ?? ""
    return Diagnostic(
      .differentSecret,
      at: secret.place,
      "`\(secret.name)` and `\(other.name)` in \(shown(other.place)) must be the same secret\(owner) for \(secret.realm.shown)",
      notes: [Note("the other end is here", at: other.place)]
    )
  }

  private static func unknownLogin(
    _ secret: SecretPlace,
    _ user: String,
    _ given: [SecretPlace],
    _ shown: (Location) -> String
  ) -> Diagnostic {
    let names = given.compactMap(\.user)
    // The names of keys are secrets themselves, as a rule.
    guard secret.realm == .postgres else {
      return Diagnostic(
        .unknownLogin,
        at: secret.place,
        "undefined key of `\(secret.name)`; nothing in the guides gives it to \(secret.realm.shown)",
        notes: [Note("the keys are defined here", at: given[0].place)]
      )
    }
    let near = NameIndex(names).nearest(to: user)
    let other = given.first { $0.user == near.first } ?? given[0]
    var finding = Diagnostic(
      .unknownLogin,
      at: secret.place,
      "undefined user `\(user)`, with which `\(secret.name)` logs in to \(secret.realm.shown)",
      notes: [Note("`\(other.user ?? "")` is defined here", at: other.place)],
      fixes: near.map { .didYouMean($0) }
    )
    // A role may be made by hand; a name that is nearly one of them is a slip.
    if near.isEmpty { finding.severity = .warning }
    return finding
  }
}
