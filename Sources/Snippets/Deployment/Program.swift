internal import Diagnostics
internal import Languages
internal import Text

/// A program whose file says something that the files of other programs depend on.
enum Program: Sendable, Hashable {
  case alertmanager
  case compose
  /// Files of Debian that a service takes its arguments from.
  case defaults
  case env
  case etcd
  case grafanaDatasources
  case haproxy
  case hosts
  case keepalived
  case livekit
  case patroni
  case pgbouncer
  case pgbouncerUsers
  case prometheus
  case rclone
  case redis
  case sentinel
  case sql
  case turnserver
  case vars

  /// Returns the program that reads a file; nothing where no other file depends on it.
  init?(_ file: PlacedFile) {
    switch file.kind {
    case .ansibleVars: self = .vars
    case .tool(let name), .format(let name):
      if let program = Self.byKind[name] {
        self = program
        return
      }
      fallthrough
    case .yaml, .custom, .json, nil:
      guard let program = Self.byPath.first(where: { Glob.matches($0.pattern, file.path) })?.program
      else { return nil }
      self = program
    }
  }

  private static let byKind: [String: Program] = [
    "alertmanager": .alertmanager, "compose": .compose, "compose-part": .compose, "env": .env,
    "etcd": .etcd, "grafana-datasources": .grafanaDatasources, "haproxy": .haproxy,
    "hosts": .hosts, "keepalived": .keepalived, "livekit": .livekit, "patroni": .patroni,
    "pgbouncer": .pgbouncer, "prometheus": .prometheus, "redis": .redis, "sentinel": .sentinel,
    "turnserver": .turnserver,
  ]

  /// Files that have no checker of their own, by their paths.
  private static let byPath: [(pattern: String, program: Program)] = [
    ("**/pgbouncer.ini", .pgbouncer), ("**/userlist.txt", .pgbouncerUsers),
    ("**/haproxy.cfg", .haproxy), ("**/keepalived.conf", .keepalived), ("**/etc/hosts", .hosts),
    ("**/etc/default/*", .defaults), ("**/rclone.conf", .rclone), ("**/*.sql", .sql),
  ]

  /// Reads the lines of a text; nothing for what is YAML.
  func lines(of text: [UInt8]) -> [ConfigLine]? {
    switch self {
    case .alertmanager, .compose, .etcd, .grafanaDatasources, .livekit, .patroni, .prometheus,
      .vars:
      return nil
    case .redis, .sentinel:
      return RedisConfig(text).lines.map { ConfigLine(words: $0.words) }
    case .turnserver:
      return TurnserverConfig(text).options.map {
        ConfigLine(words: [$0.name] + ($0.value.map { [$0] } ?? []))
      }
    case .env, .defaults:
      return EnvFile.read(text).value.entries.map { entry in
        ConfigLine(words: [
          Word(text: entry.name, range: entry.nameRange),
          Word(text: entry.value, range: entry.valueRange),
        ])
      }
    case .pgbouncer, .rclone: return ConfigLine.assignments(in: text)
    case .haproxy:
      return ConfigLine.words(in: text, .quoted, sections: Self.haproxySections)
    case .keepalived: return ConfigLine.blocks(in: text)
    case .hosts, .sql: return ConfigLine.words(in: text, .quoted, sections: [])
    case .pgbouncerUsers: return ConfigLine.words(in: text, .userlist, sections: [])
    }
  }

  private static let haproxySections: Set<String> = [
    "global", "defaults", "frontend", "backend", "listen", "userlist", "peers", "resolvers",
    "cache", "program", "mailers", "ring", "log-forward", "http-errors", "fcgi-app",
  ]
}

extension LineDialect {
  /// Words with quotes and escapes, comments behind `#`.
  fileprivate static let quoted = LineDialect(
    trailingComments: [UInt8(ascii: "#")],
    quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")],
    hasEscapes: true
  )

  /// A user and a password in double quotes.
  fileprivate static let userlist = LineDialect(
    comments: [UInt8(ascii: ";"), UInt8(ascii: "#")],
    quotes: [UInt8(ascii: "\"")]
  )

  /// INI: `;` and `#` begin comments at the start of a line alone.
  fileprivate static let ini = LineDialect(comments: [UInt8(ascii: ";"), UInt8(ascii: "#")])
}

extension ConfigLine {
  /// Lines of words; one whose first word is among some begins a section.
  fileprivate static func words(
    in text: [UInt8],
    _ dialect: LineDialect,
    sections: Set<String>
  ) -> [ConfigLine] {
    var section: [String] = []
    return LogicalLine.lines(of: text, dialect).compactMap { line in
      let words = line.words(dialect)
      guard let first = words.first else { return nil }
      if sections.contains(first.text) {
        section = words.map(\.text)
        return nil
      }
      return ConfigLine(section: section, words: words)
    }
  }

  /// Lines `key = value` in sections `[name]`: the key, then the words of the value.
  fileprivate static func assignments(in text: [UInt8]) -> [ConfigLine] {
    var section: [String] = []
    return LogicalLine.lines(of: text, .ini).compactMap { line in
      if line.bytes.first == UInt8(ascii: "["), line.bytes.last == UInt8(ascii: "]") {
        section = [line.bytes.dropFirst().dropLast().text]
        return nil
      }
      guard let sign = line.bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = line.bytes[..<sign].reversed().drop(while: \.isBlank).reversed()
      let name = Word(text: Array(key).text, range: line.range(of: 0..<key.count))
      return ConfigLine(section: section, words: [name] + line.words(from: sign + 1))
    }
  }

  /// Lines in blocks of braces; the section is that of the innermost block.
  fileprivate static func blocks(in text: [UInt8]) -> [ConfigLine] {
    var sections: [[String]] = []
    return LogicalLine.lines(of: text, .quoted).compactMap { line in
      var words = line.words(.quoted)
      let opens = words.last?.text == "{"
      if words.first?.text == "}" {
        _ = sections.popLast()
        return nil
      }
      if opens {
        words.removeLast()
        sections.append(words.map(\.text))
        return nil
      }
      return words.isEmpty ? nil : ConfigLine(section: sections.last ?? [], words: words)
    }
  }
}

extension LogicalLine {
  /// The words behind a place of the line, parted by blanks alone.
  fileprivate func words(from start: Int) -> [Word] {
    var words: [Word] = []
    var index = start
    while index < bytes.count {
      let end = bytes[index...].firstIndex(where: \.isBlank) ?? bytes.count
      if end > index {
        words.append(Word(text: bytes[index..<end].text, range: range(of: index..<end)))
      }
      index = end + 1
    }
    return words
  }
}
