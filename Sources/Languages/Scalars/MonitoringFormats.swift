internal import Text

/// What Prometheus and Alertmanager write in a way of their own.
enum MonitoringFormats {
  /// A number with a unit each, as `units.ParseBase2Bytes` reads them; nothing but 0 goes without.
  static func isBytes(_ text: String) -> Bool { matches(bytes, text) }

  /// A path with `*` in its last part alone (`patRulePath` of `config/config.go`).
  static func isRuleGlob(_ text: String) -> Bool { matches(glob, text) }

  /// A path that ends in `.json`, `.yml` or `.yaml` (`patFileSDName` of `discovery/file/file.go`).
  static func isTargetFile(_ text: String) -> Bool { matches(targetFile, text) }

  /// An address with its scheme, `http` or `https`, and a host; Alertmanager prints `<secret>` for one.
  static func isWebAddress(_ text: String) -> Bool { text == "<secret>" || matches(address, text) }

  /// A time of a day with two digits each, up to `24:00` (`timeinterval/timeinterval.go`).
  static func isTime(_ text: String) -> Bool { matches(time, text) }

  /// Years, the first not behind the last.
  static func isYears(_ text: String) -> Bool {
    range(of: text) { Int($0) }.map { $0 <= $1 } ?? false
  }

  /// Days of the week by name, the first not behind the last.
  static func isWeekdays(_ text: String) -> Bool {
    range(of: text) { name in weekdays.firstIndex(of: name.lowercased()) }.map { $0 <= $1 } ?? false
  }

  /// Months by name or number, the first not behind the last.
  static func isMonths(_ text: String) -> Bool {
    range(of: text) { name in
      months.firstIndex(of: name.lowercased()).map { $0 + 1 }
        ?? Int(name).flatMap { 1...12 ~= $0 ? $0 : nil }
    }.map { $0 <= $1 } ?? false
  }

  /// Days of a month, from the end where they are negative; the first is never behind the last.
  static func isDays(_ text: String) -> Bool {
    let days = range(of: text) { Int($0) }
    guard let (first, last) = days, 1...31 ~= abs(first), 1...31 ~= abs(last) else { return false }
    if first < 0, last > 0 { return false }
    // As in the shortest month.
    return (first < 0 ? 28 + first : first) <= (last < 0 ? 28 + last : last)
  }

  /// The two ends of `FIRST:LAST`, or one value twice.
  private static func range(of text: String, _ read: (String) -> Int?) -> (Int, Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count < 3, let first = read(parts[0]), let last = read(parts[parts.count - 1])
    else { return nil }
    return (first, last)
  }

  private static func matches(_ pattern: Pattern?, _ text: String) -> Bool {
    pattern?.occurs(in: text) ?? true
  }

  private static let bytes = Pattern(
    #"^\+?(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i?)?B)+)$"#
  )
  private static let glob = Pattern(#"^[^*]*(?:\*[^/]*)?$"#)
  private static let targetFile = Pattern(#"^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$"#)
  private static let address = Pattern(#"^[hH][tT][tT][pP][sS]?://[^/?#]"#)
  private static let time = Pattern("^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
