internal import Languages

/// Reads what programs connect to where a line says more than a host and a port.
struct ConnectionReader {
  let file: ReadFile

  /// What the program connects to, beside what ``FileEnd/all`` says.
  var connections: [Connection] {
    guard case .lines(let lines) = file.content else { return [] }
    switch file.program {
    case .haproxy: return lines.flatMap(haProxy)
    case .pgbouncer: return lines.flatMap(pgBouncer)
    case .defaults: return lines.flatMap(defaults)
    default: return []
    }
  }

  /// `server NAME ADDRESS:PORT … check port PORT`: the checks may go to another port.
  private func haProxy(_ line: ConfigLine) -> [Connection] {
    guard line.words.first?.text == "server", line.words.count > 2,
      ["backend", "listen"].contains(line.section.first)
    else { return [] }
    let address = line.words[2]
    guard let endpoint = Endpoint.read(address.text).first, !endpoint.host.isEmpty else {
      return []
    }
    var found: [Connection] = []
    if let port = endpoint.ports?.lowerBound {
      found.append(file.connection(to: endpoint.host, port, at: address.range))
    }
    for (word, value) in zip(line.words, line.words.dropFirst())
    where word.text == "port" {
      guard let port = Int(value.text) else { continue }
      found.append(file.connection(to: endpoint.host, port, at: value.range))
    }
    return found
  }

  /// `NAME = host=HOST port=PORT …` in the section of the databases.
  private func pgBouncer(_ line: ConfigLine) -> [Connection] {
    guard line.section == ["databases"] else { return [] }
    guard let host = line.words.first(where: { $0.text.hasPrefix("host=") }) else { return [] }
    let port = line.words.first { $0.text.hasPrefix("port=") }
    guard let number = Int(port?.text.dropFirst(5) ?? "5432") else { return [] }
    return host.text.dropFirst(5).split(separator: ",").filter { !$0.hasPrefix("/") }.map {
      file.connection(to: String($0), number, at: port?.range ?? host.range)
    }
  }

  private func defaults(_ line: ConfigLine) -> [Connection] {
    guard line.words.count > 1 else { return [] }
    return AuthorityURL.all(in: line.words[1].text).compactMap { url in
      url.port.map { file.connection(to: url.host, $0, at: line.words[1].range) }
    }
  }
}

/// An address with a scheme in a text, with whom it logs in as.
struct AuthorityURL {
  var scheme: String
  var user: String?
  var password: String?
  var host: String
  /// Written, or the usual one of the scheme.
  var port: Int?

  /// Returns every one of a text.
  static func all(in text: String) -> [AuthorityURL] {
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
