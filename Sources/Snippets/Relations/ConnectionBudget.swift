internal import Deployment
internal import Languages

/// How many connections to the database each program on the way passes on.
struct ConnectionBudget {
  /// A number with the place that says it.
  struct Limit: Sendable {
    var count: Int
    var file: ReadFile
    var range: Range<Int>
  }

  /// What the pools of one file open to one address at most.
  struct Pools: Sendable {
    var total: Limit
    var host: String
    var port: Int
  }

  private let deployment: ReadSet

  init(_ deployment: ReadSet) { self.deployment = deployment }

  /// The pools of every PgBouncer, by where they connect to.
  var pools: [Pools] {
    deployment.files(of: "pgbouncer").flatMap { file -> [Pools] in
      guard case .lines(let lines) = file.content else { return [] }
      let usual = number("[pgbouncer] default_pool_size ?", in: file)?.count ?? 20
      let reserve = number("[pgbouncer] reserve_pool_size ?", in: file)?.count ?? 0
      var found: [Pools] = []
      for line in lines where line.section == ["databases"] {
        guard let host = Self.option("host", of: line)?.text else { continue }
        let port = Self.option("port", of: line).flatMap { Self.count($0.text) } ?? 5432
        let size = Self.option("pool_size", of: line)
        let extra =
          Self.option("reserve_pool", of: line) ?? Self.option("reserve_pool_size", of: line)
        let count =
          (size.flatMap { Self.count($0.text) } ?? usual)
          + (extra.flatMap { Self.count($0.text) } ?? reserve)
        let limit = Limit(count: count, file: file, range: size?.range ?? line.words[0].range)
        if let index = found.firstIndex(where: { $0.host == host && $0.port == port }) {
          found[index].total.count += count
        } else {
          found.append(Pools(total: limit, host: host, port: port))
        }
      }
      return found
    }
  }

  /// What HAProxy passes on at an address, and where it connects to; nothing where nothing limits it.
  func proxy(at host: String, _ port: Int) -> (limit: Limit?, servers: [(String, Int)])? {
    for file in deployment.files(of: "haproxy") {
      guard case .lines(let lines) = file.content else { continue }
      let bind = lines.first { line in
        line.words.first?.text == "bind" && line.words.count > 1
          && Endpoint.read(line.words[1].text).contains {
            ($0.host == host || $0.host.isEmpty) && $0.ports?.contains(port) == true
          }
      }
      guard let section = bind?.section else { continue }
      let own = lines.filter { $0.section == section }
      let maximum = own.last { $0.words.first?.text == "maxconn" && $0.words.count > 1 }?.words[1]
      let limit = maximum.flatMap { word in
        Self.count(word.text).map { Limit(count: $0, file: file, range: word.range) }
      }
      let next = own.last { $0.words.first?.text == "default_backend" && $0.words.count > 1 }
      let backend = next.map { ["backend", $0.words[1].text] } ?? section
      let servers = lines.filter { $0.section == backend && $0.words.first?.text == "server" }
      return (
        limit,
        servers.compactMap { line in
          guard line.words.count > 2, let end = Endpoint.read(line.words[2].text).first,
            let port = end.ports?.lowerBound
          else { return nil }
          return (end.host, port)
        }
      )
    }
    return nil
  }

  /// What PostgreSQL accepts from clients at an address that Patroni's file gives it.
  func database(at host: String, _ port: Int) -> Limit? {
    for file in deployment.files(of: "patroni") {
      let ends = file.content.all("postgresql.listen").flatMap { Endpoint.read($0.text) }
      guard ends.contains(where: { $0.host == host && $0.ports?.contains(port) == true }) else {
        continue
      }
      let parameters = ["postgresql.parameters.", "bootstrap.dcs.postgresql.parameters."]
      func setting(_ name: String) -> Limit? {
        parameters.lazy.compactMap { number($0 + name, in: file) }.first
      }
      guard var limit = setting("max_connections") else { return nil }
      limit.count -= setting("superuser_reserved_connections")?.count ?? 3
      limit.count -= setting("reserved_connections")?.count ?? 0
      return limit
    }
    return nil
  }

  /// Returns the number at a place of a file.
  func number(_ place: String, in file: ReadFile) -> Limit? {
    guard let found = file.content.last(place), let count = Self.count(found.text) else {
      return nil
    }
    return Limit(count: count, file: file, range: found.range)
  }

  private static func option(_ name: String, of line: ConfigLine) -> Word? {
    guard let word = line.words.last(where: { $0.text.hasPrefix(name + "=") }) else { return nil }
    return Word(text: String(word.text.dropFirst(name.count + 1)), range: word.range)
  }

  /// A number that sums of many cannot make too large.
  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { 0...1_000_000_000 ~= $0 ? $0 : nil }
  }
}
