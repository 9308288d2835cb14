internal import Diagnostics
internal import Languages

extension Rule {
  static let patroniLoopback = Rule(
    "patroni/address",
    reports: "A member of Patroni that announces a loopback address.",
    why:
      "The other members connect to themselves at that address, so this one can neither follow nor lead.",
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
        "expected an address that other members reach for `connect_address`, found `\(text)`"
      )
    }
  }
}
