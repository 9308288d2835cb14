internal import Deployment
internal import Languages

extension FileFacts {
  static let haproxy = FileFacts(
    lines: { $0.read(by: HAProxyConfig.init).configLines },
    ends: [
      FileEnd("[frontend|listen *] bind ?", .listens()),
      FileEnd("[* *] bind * ssl crt ?", .reads),
    ]
  ) { file, facts in
    guard case .lines(let lines) = file.content else { return }
    facts.connections += lines.flatMap { connections(of: $0, file) }
  }

  /// `server NAME ADDRESS:PORT … check port PORT`: the checks may go to another port.
  private static func connections(of line: ConfigLine, _ file: ReadFile) -> [Connection] {
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
}

extension HAProxyConfig {
  /// The lines as other files ask for them, each with the words that began its section; a line that
  /// `no` or `default` takes back says nothing.
  var configLines: [ConfigLine] {
    sections.flatMap { section in
      let header = section.header.words.map(\.text)
      return section.lines.filter { $0.prefix == nil }.map { line in
        ConfigLine(section: header, words: line.words.map(\.plain))
      }
    }
  }
}
