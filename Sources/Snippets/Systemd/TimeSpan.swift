internal import Languages
internal import Text

/// Spans of time as systemd reads them (systemd.time(7), version 252): `90`, `1h 30min`, `1.5d`.
enum TimeSpan {
  /// Whether a text is one; a number without a unit counts seconds.
  static func fits(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    var hasPart = false
    while true {
      rest = rest.drop(while: \.isBlank)
      guard !rest.isEmpty else { return hasPart }
      let number = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      guard number.contains(where: \.isDigit), number.count(where: { !$0.isDigit }) < 2 else {
        return false
      }
      rest = rest.dropFirst(number.count).drop(while: \.isBlank)
      let unit = rest.prefix { $0.isLetter || $0 >= 0x80 }
      guard unit.isEmpty || units.contains(unit.text) else { return false }
      rest = rest.dropFirst(unit.count)
      hasPart = true
    }
  }

  private static let units: Set<String> = [
    "usec", "us", "µs", "μs", "msec", "ms", "seconds", "second", "sec", "s", "minutes", "minute",
    "min", "m", "hours", "hour", "hr", "h", "days", "day", "d", "weeks", "week", "w", "months",
    "month", "M", "years", "year", "y",
  ]
}
