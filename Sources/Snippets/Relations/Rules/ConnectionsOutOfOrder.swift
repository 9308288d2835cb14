internal import Deployment
internal import Diagnostics

extension Rule {
  static let connectionsOutOfOrder = Rule(
    "topology/connections",
    reports:
      "A program on the way to the database that opens more connections than the next one accepts.",
    why: "Under load connections silently wait or are refused at the bottleneck.",
    fires: .pool(1000),
    fixed: .pool(60)
  )
}

extension Rule.Example {
  /// A page with a pool and the database behind it.
  fileprivate static func pool(_ size: Int) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```text file=/etc/pgbouncer/pgbouncer.ini
      [databases]
      app = host=10.20.0.21 port=5432 pool_size=\(size)
      ```

      ```yaml file=/etc/patroni/patroni.yml
      scope: app
      name: pg1
      restapi: { listen: "10.20.0.21:8008", connect_address: "10.20.0.21:8008" }
      etcd3: { hosts: ["10.20.0.21:2379"] }
      postgresql:
        listen: 10.20.0.21:5432
        connect_address: 10.20.0.21:5432
        data_dir: /data
        parameters: { max_connections: 100 }
        authentication:
          replication: { username: replicator, password: "x" }
          superuser: { username: postgres, password: "y" }
      ```

      """
    )
  }
}

extension Diagnostic {
  static func connectionsOutOfOrder(in deployment: ReadSet) -> [Diagnostic] {
    let budget = ConnectionBudget(deployment)
    return poolsTooLarge(budget) + clientsTooFew(budget, in: deployment)
  }

  /// From the pools by way of HAProxy, where it stands between, to the database.
  private static func poolsTooLarge(_ budget: ConnectionBudget) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var totals: [String: ConnectionBudget.Limit] = [:]
    var order: [(host: String, port: Int)] = []
    for pools in budget.pools {
      let key = "\(pools.host):\(pools.port)"
      if totals[key] == nil {
        totals[key] = pools.total
        order.append((pools.host, pools.port))
      } else {
        totals[key]?.count += pools.total.count
      }
    }
    for (host, port) in order {
      guard let opened = totals["\(host):\(port)"] else { continue }
      let proxy = budget.proxy(at: host, port)
      let database = (proxy?.servers ?? [(host, port)]).lazy.compactMap(budget.database).first
      guard let passed = proxy?.limit else {
        if let database, opened.count > database.count {
          findings.append(.tooMany("the pools open", opened, "PostgreSQL accepts", database))
        }
        continue
      }
      if opened.count > passed.count {
        findings.append(.tooMany("the pools open", opened, "HAProxy passes", passed))
      }
      if let database, passed.count > database.count {
        findings.append(.tooMany("HAProxy passes", passed, "PostgreSQL accepts", database))
      }
    }
    return findings
  }

  /// Each process of a program opens as many connections as its own pool holds.
  private static func clientsTooFew(
    _ budget: ConnectionBudget,
    in deployment: ReadSet
  ) -> [Diagnostic] {
    deployment.files.flatMap { file in
      file.ends.flatMap { end -> [Diagnostic] in
        guard case .pool(let owner, let port, let processes) = end.meaning,
          let each = budget.number(end.place, in: file),
          let port = file.content.last(port)?.text
        else { return [] }
        let beside = file.content.all(processes).compactMap { UInt16($0.text) }
          .reduce(0) { $0 + Int($1) }
        return deployment.files(of: "pgbouncer").compactMap { pool in
          clientsTooFew(each, of: owner, beside + 1, to: port, of: pool, budget)
        }
      }
    }
  }

  private static func clientsTooFew(
    _ each: ConnectionBudget.Limit,
    of owner: String,
    _ processes: Int,
    to port: String,
    of pool: ReadFile,
    _ budget: ConnectionBudget
  ) -> Diagnostic? {
    let needed = processes.multipliedReportingOverflow(by: each.count)
    guard pool.content.last("[pgbouncer] listen_port ?")?.text ?? "6432" == port,
      let clients = budget.number("[pgbouncer] max_client_conn ?", in: pool),
      !needed.overflow, clients.count < needed.partialValue
    else { return nil }
    return Diagnostic(
      .connectionsOutOfOrder,
      at: pool.place(clients.range),
      "\(processes) or more processes of \(owner) open \(needed.partialValue) connections, but PgBouncer takes \(clients.count)",
      notes: [Note("each opens up to \(each.count)", at: each.file.place(each.range))]
    )
  }

  private static func tooMany(
    _ verb: String,
    _ opened: ConnectionBudget.Limit,
    _ next: String,
    _ taken: ConnectionBudget.Limit
  ) -> Diagnostic {
    Diagnostic(
      .connectionsOutOfOrder,
      at: opened.file.place(opened.range),
      "\(verb) up to \(opened.count) connections, but \(next) \(taken.count)",
      notes: [
        Note(
          "the limit of \(FilePath.name(of: taken.file.path)) is here",
          at: taken.file.place(taken.range)
        )
      ]
    )
  }
}
