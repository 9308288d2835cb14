internal import Diagnostics

extension Rule {
  static let iniPool = Rule(
    "ini/pool",
    .warning,
    reports: "A pool of PgBouncer that can never fill, since another limit is smaller.",
    why:
      "One of the two numbers is not what its author computed, and clients wait although the pool is not full.",
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
    Diagnostic(.iniPool, at: range, "\(reason), but the pool has \(size) connections")
  }
}
