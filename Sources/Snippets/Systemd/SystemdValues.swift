internal import Languages
internal import Text

/// The forms of values in unit files.
enum SystemdValues {
  static let formats: [String: KeyFormat] = [
    "any": KeyFormat("a value") { _ in true },
    "command": KeyFormat("a command") { _ in true },
    "bool": KeyFormat("`yes` or `no`") { booleans.contains($0.lowercased()) },
    "span": KeyFormat("a span of time such as `90` or `1h 30min`") { TimeSpan.fits($0) },
    "calendar": KeyFormat("an event such as `daily` or `Mon..Fri 03:30`") {
      CalendarEvent.fits($0)
    },
    "percent": KeyFormat("a percentage such as `20%`") {
      $0.hasSuffix("%") && (Double($0.dropLast()) ?? -1) >= 0
    },
    "size": KeyFormat("a size such as `512M`") { isSize($0) },
    "limit": KeyFormat("a limit such as `65536`, `infinity` or `1024:65536`") { text in
      let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return 1...2 ~= ends.count
        && ends.allSatisfy { $0 == "infinity" || isSize($0) || TimeSpan.fits($0) || Int($0) != nil }
    },
    "mode": KeyFormat("an octal mode such as `0755`") { text in
      3...5 ~= text.utf8.count && text.utf8.allSatisfy { 48...55 ~= $0 }
    },
    "signal": KeyFormat("a signal such as `SIGTERM`") { isSignal($0) },
    "folder": KeyFormat("an absolute path or `~`") { text in
      let path = text.hasPrefix("-") ? text.dropFirst() : text[...]
      return path.hasPrefix("/") || path == "~"
    },
    "optional-path": KeyFormat("an absolute path, optionally with `-` before it") { text in
      (text.hasPrefix("-") ? text.dropFirst() : text[...]).hasPrefix("/")
    },
    "output": KeyFormat("an output such as `journal`, `null` or `append:/var/log/a.log`") { text in
      let names = [
        "inherit", "null", "tty", "journal", "kmsg", "journal+console", "kmsg+console", "socket",
        "fd",
        "syslog", "syslog+console",
      ]
      return names.contains(text)
        || ["file:/", "append:/", "truncate:/", "fd:"].contains(where: text.hasPrefix)
    },
    "unit": KeyFormat("a unit such as `backup.service`") { isUnit($0) },
    "units": KeyFormat("units with spaces between them such as `network-online.target`") { text in
      text.split(separator: " ").allSatisfy { isUnit(String($0)) }
    },
  ]

  private static let booleans: Set<String> = [
    "1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off",
  ]

  private static func isSize(_ text: String) -> Bool {
    let number = text.utf8.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let unit = text.utf8.dropFirst(number.count)
    let units: Set<String> = ["", "B", "K", "M", "G", "T", "P", "E"]
    return Double(Array(number).text) != nil && units.contains(Array(unit).text)
  }

  private static func isSignal(_ text: String) -> Bool {
    if let number = Int(text) { return 1...64 ~= number }
    let name = text.hasPrefix("SIG") ? String(text.dropFirst(3)) : text
    return signals.contains(name) || name.hasPrefix("RTMIN") || name.hasPrefix("RTMAX")
  }

  private static let signals: Set<String> = [
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU",
    "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS",
  ]

  private static func isUnit(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    let suffixes = SystemdUnit.suffixes + ["target", "device", "slice", "scope"]
    return dot > name.startIndex && suffixes.contains(String(name[name.index(after: dot)...]))
  }
}
