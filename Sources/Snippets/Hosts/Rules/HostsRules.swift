internal import Diagnostics

extension Rule {
  static let hostsAddress = Rule(
    "hosts/address",
    reports: "A line of a hosts file that does not start with an address, or has no name after it.",
    why: "The resolver silently ignores the line.",
    fires: .fence("text file=/etc/hosts", "pg1 10.20.0.21"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1")
  )

  static let hostsName = Rule(
    "hosts/name",
    reports: "A name in a hosts file that no host can have.",
    why: "Programs do not look it up.",
    fires: .fence("text file=/etc/hosts", "10.20.0.21 pg1,pg1.example.org"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1 pg1.example.org")
  )

  static let hostsDuplicate = Rule(
    "hosts/duplicate",
    reports: "A name with two addresses in a hosts file.",
    why: "The first address always wins, whichever was meant.",
    fires: .fence("text file=/etc/hosts", "10.20.0.21 pg1\n10.20.0.22 pg1"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1\n10.20.0.22 pg2")
  )

  static let hostsLoopback = Rule(
    "hosts/loopback",
    .warning,
    reports: "A server's own name at a loopback address.",
    why: "What listens on that name listens on loopback only, and no other server reaches it.",
    fires: .fence("text file=/etc/hosts", "127.0.1.1 pg1"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1")
  )
}

extension Diagnostic {
  static func wrongHostAddress(_ word: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsAddress,
      at: range,
      "expected an address before the names, found `\(word)`"
    )
  }

  static func missingHostName(_ address: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.hostsAddress, at: range, "expected a name after `\(address)`")
  }

  static func wrongHostName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsName,
      at: range,
      "expected letters, digits, `-` and dots in a host name, found `\(name)`"
    )
  }

  static func hostTwice(
    _ name: String,
    at range: Range<Int>,
    address: String,
    first: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .hostsDuplicate,
      at: range,
      "duplicate name `\(name)`; `\(address)` takes effect",
      notes: [Note("first defined here", at: Location(range: first))]
    )
  }

  static func loopbackName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsLoopback,
      at: range,
      "expected the private address of `\(name)`, found a loopback address"
    )
  }
}
