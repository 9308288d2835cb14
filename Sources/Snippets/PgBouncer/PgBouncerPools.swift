internal import Diagnostics
internal import Languages

/// Holds the sizes of pools and the numbers of connections of one file against each other.
struct PgBouncerPools {
  let file: INIFile
  let databases: [(name: String, pairs: [ConnectionString.Pair])]

  private struct Size {
    var count: Int
    var range: Range<Int>
  }

  var findings: [Diagnostic] {
    let pool = size("default_pool_size")
    let clients = size("max_client_conn")
    var findings: [Diagnostic] = []
    if let pool, let clients, clients.count < pool.count {
      findings.append(
        .uselessPool(
          "`max_client_conn` admits \(clients.count) clients",
          than: pool.count,
          at: pool.range
        )
      )
    }
    if let pool, let smallest = size("min_pool_size"), smallest.count > pool.count {
      findings.append(
        .uselessPool("`min_pool_size` is \(smallest.count)", than: pool.count, at: smallest.range)
      )
    }
    findings += limits(pool, by: size("max_db_connections"))
    for (_, pairs) in databases {
      let own = size("pool_size", in: pairs)
      findings += limits(
        own,
        by: size("max_db_connections", in: pairs) ?? size("max_db_connections")
      )
      if let own, let clients, clients.count < own.count {
        findings.append(
          .uselessPool(
            "`max_client_conn` admits \(clients.count) clients",
            than: own.count,
            at: own.range
          )
        )
      }
      if let own, let smallest = size("min_pool_size", in: pairs), smallest.count > own.count {
        findings.append(
          .uselessPool("`min_pool_size` is \(smallest.count)", than: own.count, at: smallest.range)
        )
      }
    }
    return findings
  }

  private func limits(_ pool: Size?, by most: Size?) -> [Diagnostic] {
    guard let pool, let most, most.count > 0, most.count < pool.count else { return [] }
    return [
      .uselessPool("`max_db_connections` is \(most.count)", than: pool.count, at: pool.range)
    ]
  }

  private func size(_ key: String) -> Size? {
    guard let entry = file.entry(key, of: "pgbouncer"), let count = Int(entry.value) else {
      return nil
    }
    return Size(count: count, range: entry.range)
  }

  private func size(_ key: String, in pairs: [ConnectionString.Pair]) -> Size? {
    guard let pair = pairs.last(where: { $0.key == key }), let count = Int(pair.value) else {
      return nil
    }
    return Size(count: count, range: pair.range)
  }
}
