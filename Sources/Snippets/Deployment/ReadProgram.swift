internal import Diagnostics
internal import Languages
internal import Text

/// A program whose file says something that the files of other programs depend on.
enum ReadProgram: Sendable, Hashable {
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

  private static let byKind: [String: ReadProgram] = [
    "alertmanager": .alertmanager, "compose": .compose, "compose-part": .compose, "env": .env,
    "etcd": .etcd, "grafana-datasources": .grafanaDatasources, "haproxy": .haproxy,
    "hosts": .hosts, "keepalived": .keepalived, "livekit": .livekit, "patroni": .patroni,
    "pgbouncer": .pgbouncer, "prometheus": .prometheus, "redis": .redis, "sentinel": .sentinel,
    "turnserver": .turnserver,
  ]

  /// Files that have no checker of their own, by their paths.
  private static let byPath: [(pattern: String, program: ReadProgram)] = [
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
    case .pgbouncer: return PgBouncerFacts.configLines(of: text)
    case .rclone: return INIFile.read(text, .common).configLines(of: text)
    case .haproxy: return HAProxyConfig(text).configLines
    case .keepalived: return KeepalivedConfig(text).configLines
    case .hosts: return HostsFile(text).configLines
    case .sql: return ConfigLine.statements(in: text)
    case .pgbouncerUsers: return UserlistFile(text).configLines
    }
  }
}

extension ConfigLine {
  /// The lines of SQL as words with quotes, up to a comment.
  fileprivate static func statements(in text: [UInt8]) -> [ConfigLine] {
    let dialect = LineDialect(comments: [], quotes: [.quote, .apostrophe], hasEscapes: true)
    return LogicalLine.lines(of: text, dialect).map { line in
      ConfigLine(
        words: Array(line.words(dialect).prefix { $0.isQuoted || !$0.text.hasPrefix("--") })
      )
    }
  }
}
