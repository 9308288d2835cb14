internal import Diagnostics

extension Rule {
  static let hostsAddress = Rule(
    "hosts/address",
    reports: "A line of a hosts file does not begin with an address, or has no name behind it.",
    why: "The resolver leaves the line out without a word.",
    fires: .fence("text file=/etc/hosts", "pg1 10.20.0.21"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1")
  )

  static let hostsName = Rule(
    "hosts/name",
    reports: "A name in a hosts file that no host can have.",
    why: "Programs refuse to look it up.",
    fires: .fence("text file=/etc/hosts", "10.20.0.21 pg1,pg1.example.org"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1 pg1.example.org")
  )

  static let hostsDuplicate = Rule(
    "hosts/duplicate",
    reports: "A name has two addresses in a hosts file.",
    why: "The first one wins, whichever was meant.",
    fires: .fence("text file=/etc/hosts", "10.20.0.21 pg1\n10.20.0.22 pg1"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1\n10.20.0.22 pg2")
  )

  static let hostsLoopback = Rule(
    "hosts/loopback",
    .warning,
    reports: "A server's own name stands at 127.0.1.1.",
    why: "What listens on the name listens on loopback alone, and no other server reaches it.",
    fires: .fence("text file=/etc/hosts", "127.0.1.1 pg1"),
    fixed: .fence("text file=/etc/hosts", "10.20.0.21 pg1")
  )
}

extension Diagnostic {
  static func wrongHostAddress(_ word: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsAddress,
      at: range,
      "an address is expected before the names, but got `\(word)`"
    )
  }

  static func missingHostName(_ address: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.hostsAddress, at: range, "a name is expected after `\(address)`")
  }

  static func wrongHostName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsName,
      at: range,
      "`\(name)` is no name of a host; letters, digits, `-` and dots are expected"
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
      "`\(name)` has the address `\(address)` already",
      notes: [Note("it stands here first", at: Location(range: first))]
    )
  }

  static func loopbackName(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .hostsLoopback,
      at: range,
      "`\(name)` leads to loopback here; the server's private address is expected"
    )
  }
}
