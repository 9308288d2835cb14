internal import Diagnostics

extension Rule {
  static let iniPool = Rule(
    "ini/pool",
    .warning,
    reports: "A pool of PgBouncer that can never be filled, since another number is smaller.",
    why: "One of both numbers is not what the author computed.",
    fires: .fence(
      "ini file=pgbouncer.ini",
      "[pgbouncer]\nmax_client_conn = 50\ndefault_pool_size = 90"
    ),
    fixed: .fence(
      "ini file=pgbouncer.ini",
      "[pgbouncer]\nmax_client_conn = 500\ndefault_pool_size = 90"
    )
  )
}

extension Diagnostic {
  static func uselessPool(_ reason: String, than size: Int, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniPool, at: range, "\(reason), and the pool has \(size) connections")
  }
}
