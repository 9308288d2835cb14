internal import Diagnostics

extension Rule {
  static let iniCommand = Rule(
    "ini/command",
    reports: "A command of a unit that systemd does not run as intended.",
    why:
      "systemd starts the program itself, without a shell that handles `>` or `|` and without a search path.",
    fires: .fence("ini file=a.service", "[Service]\nExecStart=/usr/bin/date > /tmp/now"),
    fixed: .fence(
      "ini file=a.service",
      "[Service]\nExecStart=/bin/sh -c '/usr/bin/date > /tmp/now'"
    )
  )

  static let iniConflict = Rule(
    "ini/conflict",
    reports: "Keys of a unit that cannot be used together.",
    why: "systemd rejects the unit.",
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
      notes: [Note("the other one is here", at: Location(range: first))]
    )
  }
}
