internal import Diagnostics
internal import Languages

extension Rule {
  static let redisConflict = Rule(
    "redis/conflict",
    reports: "Two directives of Redis exclude each other.",
    why: "Redis refuses the file and does not start.",
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
        "`\(master.name.text)` and `cluster-enabled yes` exclude each other",
        notes: [Note("the other stands here", at: Location(range: cluster.range))]
      )
    ]
  }
}
