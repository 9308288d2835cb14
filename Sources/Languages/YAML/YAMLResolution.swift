internal import Text

/// The type that a YAML 1.1 reader such as PyYAML gives a plain scalar.
public enum YAMLScalarType: String, Sendable, Hashable {
  case null
  case bool
  case int
  case float
  case timestamp
  case string
}

extension YAMLNode {
  /// The type that Ansible and Patroni read: PyYAML's rules for plain scalars, a string
  /// for quoted ones.
  public var scalarType: YAMLScalarType {
    guard style.isPlain, tag == nil else { return .string }
    return YAMLScalarType(ofPlain: text)
  }
}

extension YAMLScalarType {
  private static let truths: Set<String> = [
    "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
    "on", "On", "ON", "off", "Off", "OFF",
  ]

  /// Resolves a plain scalar as PyYAML 6 does.
  public init(ofPlain text: String) {
    if ["", "~", "null", "Null", "NULL"].contains(text) {
      self = .null
    } else if Self.truths.contains(text) {
      self = .bool
    } else if Self.isInt(text) || Sexagesimal.matches(text) {
      self = .int
    } else if Self.isFloat(text) {
      self = .float
    } else if Self.isDate(text) {
      self = .timestamp
    } else {
      self = .string
    }
  }

  private static func isInt(_ text: String) -> Bool {
    var digits = Array(text.utf8)
    if let sign = digits.first, sign == 0x2B || sign == 0x2D { digits.removeFirst() }
    guard let first = digits.first, first.isDigit else { return false }
    guard first == 48, digits.count > 1 else {
      return digits.allSatisfy { $0.isDigit || $0 == 0x5F }
    }
    let rest = digits.dropFirst(2)
    switch digits[1] {
    case UInt8(ascii: "b"): return !rest.isEmpty && rest.allSatisfy { 48...49 ~= $0 || $0 == 0x5F }
    case UInt8(ascii: "x"):
      return !rest.isEmpty
        && rest.allSatisfy { $0.isHexadecimal || $0 == 0x5F }
    default: return digits.dropFirst().allSatisfy { 48...55 ~= $0 || $0 == 0x5F }
    }
  }

  private static func isFloat(_ text: String) -> Bool {
    var rest = text[...]
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    if [".inf", ".Inf", ".INF"].contains(rest) { return true }
    if [".nan", ".NaN", ".NAN"].contains(text) { return true }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let whole = Array(parts[0].utf8)
    guard whole.allSatisfy({ $0.isDigit || $0 == 0x5F }), whole.first != 0x5F else {
      return false
    }
    let exponent = parts[1].split(
      maxSplits: 1,
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == "e" || $0 == "E" }
    )
    let fraction = Array(exponent[0].utf8)
    guard fraction.allSatisfy({ $0.isDigit || $0 == 0x5F }) else { return false }
    guard !(whole.isEmpty && (fraction.isEmpty || fraction[0] == 0x5F)) else { return false }
    guard exponent.count == 2 else { return true }
    let power = Array(exponent[1].utf8)
    guard let sign = power.first, sign == 0x2B || sign == 0x2D, power.count > 1 else {
      return false
    }
    return power.dropFirst().allSatisfy { $0.isDigit }
  }

  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes.prefix(4).allSatisfy({ $0.isDigit }), bytes[4] == 0x2D
    else { return false }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let month = parts[1].utf8.count as Int?, 1...2 ~= month,
      parts[1].utf8.allSatisfy({ $0.isDigit })
    else { return false }
    if bytes.count == 10, parts.count == 3 {
      return parts[1].utf8.count == 2 && parts[2].utf8.count == 2
        && parts[2].utf8.allSatisfy { $0.isDigit }
    }
    return text.contains(":") && parts[2].utf8.first.map { $0.isDigit } == true
  }
}

/// Numbers to the base 60, which YAML 1.1 reads out of `22:22`.
package enum Sexagesimal {
  /// Whether a plain scalar is one, by PyYAML's pattern `[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+`.
  package static func matches(_ text: String) -> Bool {
    value(of: text) != nil
  }

  /// The number that it stands for.
  package static func value(of text: String) -> Int? {
    var rest = text.utf8[...]
    if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 2, let first = parts[0].first, 49...57 ~= first, parts[0].count < 10,
      parts[0].allSatisfy({ $0.isDigit || $0 == 0x5F }), parts.count < 5
    else { return nil }
    var value = parts[0].reduce(0) { $1 == 0x5F ? $0 : $0 * 10 + Int($1 - 48) }
    for part in parts.dropFirst() {
      guard 1...2 ~= part.count, part.allSatisfy({ $0.isDigit }) else { return nil }
      let digit = part.reduce(0) { $0 * 10 + Int($1 - 48) }
      guard digit < 60 else { return nil }
      value = value * 60 + digit
    }
    return value
  }
}
