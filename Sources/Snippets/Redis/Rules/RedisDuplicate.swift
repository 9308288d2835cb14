internal import Diagnostics
internal import Languages

extension Rule {
  static let redisDuplicate = Rule(
    "redis/duplicate",
    .warning,
    reports: "A duplicate directive whose second line overrides the first.",
    why: "Redis silently uses only the last of two `bind` or `maxmemory` lines.",
    fires: .redis("bind 10.20.0.61\nbind 127.0.0.1"),
    fixed: .redis("bind 10.20.0.61 127.0.0.1")
  )
}

extension Diagnostic {
  static func redisDuplicates(in config: RedisConfig) -> [Diagnostic] {
    var last: [String: Word] = [:]
    return config.lines.compactMap { line in
      let name = line.name.text.lowercased()
      guard let directive = RedisTable.all.directive(name), directive.facts["many"] == nil
      else { return nil }
      defer { last[name] = line.name }
      guard let first = last[name] else { return nil }
      return Diagnostic(
        .redisDuplicate,
        at: line.name.range,
        "duplicate directive `\(name)`; only the last one takes effect",
        notes: [Note("first defined here", at: Location(range: first.range))]
      )
    }
  }
}
