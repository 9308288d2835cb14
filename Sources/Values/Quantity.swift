/// An amount of data or of time, with the unit in which it was written.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
  /// In bytes or in milliseconds.
  public var amount: Int
  /// The unit in which it prints.
  public var unit: Unit

  /// Creates a quantity.
  public init(_ amount: Int, in unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// A unit of data or of time.
  public enum Unit: String, Sendable, CaseIterable {
    case byte = "B"
    case kilobyte = "kB"
    case kibibyte = "KiB"
    case megabyte = "MB"
    case mebibyte = "MiB"
    case gigabyte = "GB"
    case gibibyte = "GiB"
    case terabyte = "TB"
    case tebibyte = "TiB"
    case millisecond = "ms"
    case second = "s"
    case minute = "m"
    case hour = "h"
    case day = "d"
    case week = "w"

    /// How many bytes or milliseconds it is.
    public var size: Int {
      switch self {
      case .byte, .millisecond: 1
      case .kilobyte, .second: 1000
      case .kibibyte: 1 << 10
      case .megabyte: 1_000_000
      case .mebibyte: 1 << 20
      case .gigabyte: 1_000_000_000
      case .gibibyte: 1 << 30
      case .terabyte: 1_000_000_000_000
      case .tebibyte: 1 << 40
      case .minute: 60_000
      case .hour: 3_600_000
      case .day: 86_400_000
      case .week: 604_800_000
      }
    }

    /// Whether it measures time.
    public var isTime: Bool {
      switch self {
      case .millisecond, .second, .minute, .hour, .day, .week: true
      default: false
      }
    }
  }

  /// Reads a whole number and a unit, with or without a space between; durations may have several,
  /// such as `1m30s`, and keep the smallest unit.
  public init?(_ text: String) {
    if let duration = Self.compound(text) {
      self = duration
      return
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unitName = text.dropFirst(digits.count).drop { $0 == " " }
    guard let number = Int(digits), let unit = Unit(rawValue: String(unitName)) else { return nil }
    let (amount, overflow) = number.multipliedReportingOverflow(by: unit.size)
    guard !overflow else { return nil }
    self.init(amount, in: unit)
  }

  /// A duration of several units, the larger before the smaller.
  private static func compound(_ text: String) -> Quantity? {
    var rest = text[...]
    var total: Quantity?
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let name = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard let number = Int(digits), let unit = Unit(rawValue: String(name)), unit.isTime,
        total == nil || unit.size < total?.unit.size ?? 0
      else { return nil }
      let (amount, isOver) = number.multipliedReportingOverflow(by: unit.size)
      let (sum, isSumOver) = (total?.amount ?? 0).addingReportingOverflow(amount)
      guard !isOver, !isSumOver else { return nil }
      total = Quantity(sum, in: unit)
      rest = rest.dropFirst(digits.count + name.count)
    }
    return total
  }

  /// The number and the unit with a space between, such as `32 GiB`.
  public var description: String {
    guard amount % unit.size == 0 else {
      let smaller: Unit = unit.isTime ? .millisecond : .byte
      return "\(amount) \(smaller.rawValue)"
    }
    return "\(amount / unit.size) \(unit.rawValue)"
  }
}
