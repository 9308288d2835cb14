internal import Diagnostics
internal import Languages

extension Rule {
  static let redisConflict = Rule(
    "redis/conflict",
    reports: "Two directives of Redis that cannot be used together.",
    why: "Redis rejects the file and does not start.",
    fires: .redis("cluster-enabled yes\nreplicaof 10.20.0.61 6379"),
    fixed: .redis("cluster-enabled no\nreplicaof 10.20.0.61 6379")
  )
}

extension Diagnostic {
  static func redisConflicts(in config: RedisConfig) -> [Diagnostic] {
    guard let cluster = config.value("cluster-enabled"), cluster.text.lowercased() == "yes",
      let master = config.lines("replicaof").last ?? config.lines("slaveof").last,
      master.values.map({ $0.text.lowercased() }) != ["no", "one"]
    else { return [] }
    return [
      Diagnostic(
        .redisConflict,
        at: master.name.range,
        "`\(master.name.text)` cannot be used with `cluster-enabled yes`",
        notes: [Note("the other one is here", at: Location(range: cluster.range))]
      )
    ]
  }
}
