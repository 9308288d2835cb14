internal import Diagnostics
internal import Languages

extension Rule {
  static let patroniLoopback = Rule(
    "patroni/address",
    reports: "Patroni tells the other members an address at which they find themselves.",
    why: "A member that announces a loopback address is never reached, and cannot follow or lead.",
    fires: .fence(
      "yaml file=patroni.yml fragment=restapi",
      "{ listen: \"0.0.0.0:8008\", connect_address: \"127.0.0.1:8008\" }"
    ),
    fixed: .fence(
      "yaml file=patroni.yml fragment=restapi",
      "{ listen: \"0.0.0.0:8008\", connect_address: \"10.20.0.21:8008\" }"
    )
  )
}

extension Diagnostic {
  static func patroniLoopback(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    ["restapi", "postgresql"].compactMap { root[$0]?["connect_address"] }.compactMap { address in
      let text = address.shown
      guard
        ["127.", "0.0.0.0", "localhost", "[::1]", "[::]"].contains(where: { text.hasPrefix($0) })
      else { return nil }
      return Diagnostic(
        .patroniLoopback,
        at: address.range,
        "`connect_address` is what the other members connect to, and `\(text)` is themselves"
      )
    }
  }
}
