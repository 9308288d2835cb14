internal import Diagnostics

extension Rule {
  static let iniCommand = Rule(
    "ini/command",
    reports: "A command of a unit that systemd cannot run as it is meant.",
    why: "systemd starts the program itself: no shell reads its signs, and no path is searched.",
    fires: .fence("ini file=a.service", "[Service]\nExecStart=/usr/bin/date > /tmp/now"),
    fixed: .fence(
      "ini file=a.service",
      "[Service]\nExecStart=/bin/sh -c '/usr/bin/date > /tmp/now'"
    )
  )

  static let iniConflict = Rule(
    "ini/conflict",
    reports: "Keys of a unit that exclude each other.",
    why: "systemd refuses the unit.",
    fires: .fence(
      "ini file=a.service",
      "[Service]\nType=oneshot\nRestart=always\nExecStart=/bin/true"
    ),
    fixed: .fence(
      "ini file=a.service",
      "[Service]\nType=oneshot\nRestart=on-failure\nExecStart=/bin/true"
    )
  )
}

extension Diagnostic {
  static func wrongCommand(_ message: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(.iniCommand, at: range, message)
  }

  static func conflictingKeys(
    _ message: String,
    at range: Range<Int>,
    first: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .iniConflict,
      at: range,
      message,
      notes: [Note("the other one stands here", at: Location(range: first))]
    )
  }
}
