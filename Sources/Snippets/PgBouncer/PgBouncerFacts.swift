internal import Deployment
internal import Diagnostics
internal import Languages

extension FileFacts {
  static let pgBouncerUsers = FileFacts(
    lines: { $0.read(by: UserlistFile.init).configLines },
    ends: [FileEnd("? ?", .uses(.postgres, user: .first))]
  )

  static let pgBouncer = FileFacts(
    lines: configLines,
    ends: [
      FileEnd("[pgbouncer] auth_file ?", .reads),
      FileEnd("[pgbouncer] auth_hba_file ?", .reads),
    ]
  ) { file, facts in
    facts.listeners += listeners(of: file)
    guard case .lines(let lines) = file.content else { return }
    facts.connections += lines.flatMap { connections(of: $0, file) }
  }

  /// Without `listen_addr` PgBouncer has its socket alone; its port is 6432 unless said otherwise.
  private static func listeners(of file: ReadFile) -> [Listener] {
    let port = file.content.last("[pgbouncer] listen_port ?")
    let addresses = file.content.all("[pgbouncer] listen_addr …")
    return addresses.flatMap { $0.text.split(separator: ",").map(String.init) }
      .flatMap { address -> [Listener] in
        guard let number = Int(port?.text ?? "6432"), 1...65535 ~= number else { return [] }
        let place = port?.range ?? addresses.first?.range ?? 0..<0
        return file.listener(
          number...number,
          [.tcp],
          on: address == "*" ? nil : address,
          at: place
        )
      }
  }

  /// `NAME = host=HOST port=PORT …` in the section of the databases.
  private static func connections(of line: ConfigLine, _ file: ReadFile) -> [Connection] {
    guard line.section == ["databases"] else { return [] }
    guard let host = line.words.first(where: { $0.text.hasPrefix("host=") }) else { return [] }
    let port = line.words.first { $0.text.hasPrefix("port=") }
    guard let number = Int(port?.text.dropFirst(5) ?? "5432") else { return [] }
    return host.text.dropFirst(5).split(separator: ",").filter { !$0.hasPrefix("/") }.map {
      file.connection(to: String($0), number, at: port?.range ?? host.range)
    }
  }

  /// The settings, and the databases with the pairs of their connection strings as words.
  private static func configLines(of reading: Reading) -> [ConfigLine] {
    let text = reading.text
    return reading.read(by: PgBouncerCheck.file).configLines(of: text) { section, entry in
      guard section == "databases" else { return nil }
      return ConnectionString.read(text, entry.range).value.map { pair in
        Word(
          text: "\(pair.key)=\(pair.value)",
          range: pair.keyRange.lowerBound..<pair.range.upperBound
        )
      }
    }
  }
}
