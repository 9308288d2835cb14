internal import Diagnostics
internal import Languages

extension Rule {
  static let patroniConflict = Rule(
    "patroni/conflict",
    reports:
      "Two settings of Patroni that cannot be used together, or one without the other that it requires.",
    why: "Patroni does not start, or one of the two has no effect.",
    fires: .fence(
      "yaml file=patroni.yml fragment=tags",
      "{ nofailover: true, failover_priority: 2 }"
    ),
    fixed: .fence("yaml file=patroni.yml fragment=tags", "{ failover_priority: 2 }")
  )
}

extension Diagnostic {
  private static let stores = [
    "etcd", "etcd3", "consul", "zookeeper", "kubernetes", "exhibitor", "raft",
  ]

  /// One store of the cluster's state, and one way to say who may lead.
  static func patroniConflicts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let used = root.members.filter { stores.contains($0.key) }
    for other in used.dropFirst() {
      findings.append(conflict(used[0], other))
    }
    let tags = root["tags"]
    for (one, two) in [("nofailover", "failover_priority"), ("nosync", "sync_priority")] {
      guard let first = tags?.member(one), let second = tags?.member(two) else { continue }
      findings.append(conflict(first, second))
    }
    return findings + undefinedMethods(in: root["postgresql"])
  }

  /// `basebackup` needs no settings; any other method has a mapping with a command.
  private static func undefinedMethods(in postgresql: TypedValue?) -> [Diagnostic] {
    let methods = postgresql?["create_replica_methods"] ?? postgresql?["create_replica_method"]
    return (methods?.elements ?? []).compactMap { method in
      guard let name = method.string, name != "basebackup", postgresql?[name] == nil else {
        return nil
      }
      let message = "missing key `postgresql.\(name)` with a `command`, which `\(name)` requires"
      return Diagnostic(.patroniConflict, at: method.range, message)
    }
  }

  private static func conflict(
    _ first: TypedValue.Member,
    _ second: TypedValue.Member
  ) -> Diagnostic {
    Diagnostic(
      .patroniConflict,
      at: second.keyRange,
      "`\(second.key)` cannot be used with `\(first.key)`",
      notes: [Note("the other one is here", at: Location(range: first.keyRange))]
    )
  }
}
