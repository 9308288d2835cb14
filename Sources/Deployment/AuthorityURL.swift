package import Diagnostics

/// An address with a scheme in a text, with whom it logs in as.
package struct AuthorityURL {
  package var scheme: String
  package var user: String?
  package var password: String?
  package var host: String
  /// Written, or the usual one of the scheme.
  package var port: Int?

  /// Returns every one of a text.
  package static func all(in text: String) -> [AuthorityURL] {
    var found: [AuthorityURL] = []
    var rest = text[...]
    while let mark = rest.firstRange(of: "://") {
      let scheme = rest[..<mark.lowerBound].reversed().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+")
      }
      rest = rest[mark.upperBound...]
      let authority = rest.prefix { !"/?#\"' ,)".contains($0) }
      rest = rest[authority.endIndex...]
      if let url = read(String(scheme.reversed()), authority) { found.append(url) }
    }
    return found
  }

  private static func read(_ scheme: String, _ authority: Substring) -> AuthorityURL? {
    let at = authority.lastIndex(of: "@")
    let login = at.map { authority[..<$0].split(separator: ":", maxSplits: 1) } ?? []
    let rest = at.map { authority[authority.index(after: $0)...] } ?? authority
    guard let endpoint = Endpoint.read("\(scheme)://\(rest)").first, !endpoint.host.isEmpty else {
      return nil
    }
    return AuthorityURL(
      scheme: scheme,
      user: login.first.map(String.init),
      password: login.count > 1 ? String(login[1]) : nil,
      host: endpoint.host,
      port: endpoint.ports?.lowerBound
    )
  }
}

extension AuthorityURL {
  /// The password as a secret of what the scheme reaches; nothing where there is none.
  package func secret(named name: String, at place: Location) -> SecretPlace? {
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
