internal import Text

/// Durations as Go's `time.ParseDuration` reads them, with days and weeks as compose allows.
enum GoDuration {
  /// Numbers with a unit each, in any order; fractions are allowed.
  static func fits(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    if rest.elementsEqual("0".utf8) { return true }
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
      guard number.contains(where: { $0.isDigit }), number.count(where: { $0 == 0x2E }) < 2
      else { return false }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !($0.isDigit || $0 == UInt8(ascii: ".")) }
      guard units.contains(String(decoding: unit, as: UTF8.self)) else { return false }
      rest = rest.dropFirst(unit.count)
    }
    return true
  }

  private static let units: Set<String> = ["ns", "us", "µs", "μs", "ms", "s", "m", "h", "d", "w"]
}

/// Durations as Prometheus reads them: whole numbers, each unit once, from years to milliseconds.
package enum PrometheusDuration {
  package static func fits(_ text: String) -> Bool { milliseconds(of: text) != nil }

  /// Returns the length of a duration; nothing for what is none or too long to count.
  package static func milliseconds(of text: String) -> Int? {
    if text == "0" { return 0 }
    var rest = text.utf8[...]
    var next = 0
    var total = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { !($0.isDigit) }
      rest = rest.dropFirst(unit.count)
      let name = String(decoding: unit, as: UTF8.self)
      guard let count = Int(String(decoding: number, as: UTF8.self)),
        let place = units[next...].firstIndex(where: { $0.name == name })
      else { return nil }
      let (part, isTooLong) = count.multipliedReportingOverflow(by: units[place].length)
      guard !isTooLong, total <= Int.max - part else { return nil }
      total += part
      next = place + 1
    }
    return total
  }

  private static let units: [(name: String, length: Int)] = [
    ("y", 365 * 86_400_000), ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000),
    ("m", 60_000), ("s", 1000), ("ms", 1),
  ]
}

/// Amounts of data as compose reads them: a number, and a unit with or without `b`.
package enum ByteSize {
  package static func fits(_ text: String) -> Bool { bytes(text) != nil }

  /// Returns the number of bytes, a unit being a power of 1024; nothing for what is no amount.
  package static func bytes(_ text: String) -> Double? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "e") }
    let unit = text.dropFirst(number.count).drop { $0 == " " }.lowercased()
    guard let amount = Double(number), let power = powers[unit.prefix(1).lowercased()],
      units.contains(unit)
    else { return nil }
    return amount * (0..<power).reduce(1) { size, _ in size * 1024 }
  }

  private static let units: Set<String> = [
    "", "b", "k", "kb", "kib", "m", "mb", "mib", "g", "gb", "gib", "t", "tb", "tib", "p", "pb",
    "pib",
  ]

  private static let powers = ["": 0, "b": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5]
}
