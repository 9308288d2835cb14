internal import Deployment
internal import Diagnostics
internal import Languages

extension FileFacts {
  /// Files of Debian that a service takes its arguments from: `ARGS="--web.listen-address=…"`.
  static let environment = FileFacts(
    lines: { reading in
      reading.read(by: EnvFile.read).value.entries.map { entry in
        ConfigLine(words: [
          Word(text: entry.name, range: entry.nameRange),
          Word(text: entry.value, range: entry.valueRange),
        ])
      }
    }
  ) { file, facts in
    guard file.path.contains("etc/default/"), case .lines(let lines) = file.content else { return }
    for line in lines where line.words.count > 1 {
      let (name, value) = (line.words[0], line.words[1])
      facts.listeners += listeners(in: value, file)
      for url in AuthorityURL.all(in: value.text) {
        let place = file.place(value.range)
        if let port = url.port {
          facts.connections.append(file.connection(to: url.host, port, at: value.range))
        }
        if let secret = url.secret(named: name.text, at: place) { facts.secrets.append(secret) }
      }
    }
  }

  private static func listeners(in value: Word, _ file: ReadFile) -> [Listener] {
    value.text.split(separator: " ").flatMap { option -> [Listener] in
      let parts = option.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("-"), parts[0].contains("listen-address") else {
        return []
      }
      let found = FileContent.Found(texts: [String(parts[1])], ranges: [value.range])
      return file.listeners(found, [.tcp])
    }
  }
}
