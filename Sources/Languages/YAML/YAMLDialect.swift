internal import Text

/// Who reads a YAML file, and so what its plain scalars are.
public enum YAMLDialect: Sendable, Hashable {
  /// PyYAML 6 (YAML 1.1): Ansible, Patroni.
  case pyYAML
  /// go-yaml into values of any type: compose.
  case goYAML
  /// go-yaml into the fields of a program, whose types decide: Prometheus, LiveKit, Grafana, etcd.
  case goFields
}

/// What a reader makes of a plain scalar.
package enum ScalarMeaning: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Double)
  case float(Double)
  case timestamp
  case text
}

extension YAMLDialect {
  /// Returns what a plain scalar without a tag is.
  package func meaning(of plain: String) -> ScalarMeaning {
    switch self {
    case .pyYAML: PyYAML.meaning(of: plain)
    case .goYAML, .goFields: GoYAML.meaning(of: plain)
    }
  }

  /// The text that a program prints for what it has read, where the scalar meant a text.
  ///
  /// - Parameter plain: a plain scalar.
  /// - Returns: nothing where it is a text anyway.
  package func printed(_ plain: String) -> String? {
    let isPython = self == .pyYAML
    switch meaning(of: plain) {
    case .text: return nil
    case .timestamp: return plain
    case .null: return isPython ? "None" : "<nil>"
    case .bool(let isTrue): return isPython ? (isTrue ? "True" : "False") : "\(isTrue)"
    case .integer(let number): return TypedValue.text(of: number)
    case .float(let number):
      let text = TypedValue.text(of: number)
      let isWhole = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
      return isPython && isWhole ? text + ".0" : text
    }
  }

  /// How sentences name the reader.
  package var name: String { self == .pyYAML ? "PyYAML" : "go-yaml" }
}

/// The scalars of YAML 1.1 as PyYAML resolves them (`resolver.py` of 6.0).
package enum PyYAML {
  package static func meaning(of plain: String) -> ScalarMeaning {
    switch YAMLScalarType(ofPlain: plain) {
    case .null: .null
    case .bool:
      .bool(["y", "t", "on"].contains { plain.lowercased().hasPrefix($0) })
    case .int: .integer(YAMLNumber.integer(plain) ?? 0)
    case .float: .float(YAMLNumber.float(plain) ?? 0)
    case .timestamp: .timestamp
    case .string: .text
    }
  }
}

/// The scalars of go-yaml v3 and v4 (`resolve.go`).
package enum GoYAML {
  package static func meaning(of plain: String) -> ScalarMeaning {
    guard let first = plain.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return ["~", "null", "Null", "NULL"].contains(plain) ? .null : .text
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return ["true", "True", "TRUE"].contains(plain) ? .bool(true) : .text
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return ["false", "False", "FALSE"].contains(plain) ? .bool(false) : .text
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 48...57: return number(plain)
    default: return .text
    }
  }

  private static func number(_ plain: String) -> ScalarMeaning {
    if isTimestamp(plain) { return .timestamp }
    let isSpecial = [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains { name in
      plain == name || (name.utf8.count == 4 && (plain == "+" + name || plain == "-" + name))
    }
    if isSpecial { return YAMLNumber.float(plain).map { .float($0) } ?? .text }
    let digits = plain.utf8.filter { $0 != UInt8(ascii: "_") }
    if let integer = integer(digits) { return .integer(integer) }
    guard isFloat(digits[...]) else { return .text }
    return Double(String(decoding: digits, as: UTF8.self)).map { .float($0) } ?? .text
  }

  /// Go's `ParseInt` with base 0, `0o` and `0b` included.
  private static func integer(_ digits: [UInt8]) -> Double? {
    var rest = digits[...]
    var sign = 1.0
    if let first = rest.first, first == 0x2B || first == 0x2D {
      sign = first == 0x2D ? -1 : 1
      rest = rest.dropFirst()
    }
    var base = 10.0
    if rest.first == UInt8(ascii: "0"), rest.count > 1 {
      switch rest.dropFirst().first.map({ $0 | 0x20 }) {
      case UInt8(ascii: "x"): base = 16
      case UInt8(ascii: "b"): base = 2
      case UInt8(ascii: "o"): base = 8
      default: base = 8
      }
      let mark = rest.dropFirst().first.map { $0 | 0x20 }
      let isMarked = mark.map { "xbo".utf8.contains($0) } ?? false
      rest = rest.dropFirst(isMarked ? 2 : 1)
    }
    guard !rest.isEmpty else { return nil }
    var value = 0.0
    for byte in rest {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, Double(digit) < base else {
        return nil
      }
      value = value * base + Double(digit)
    }
    return value < 18_446_744_073_709_551_616 ? sign * value : nil
  }

  /// Digits with a fraction or without, then perhaps an exponent, whose sign may be left out.
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func sign() { if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() } }
    func digits() -> Int {
      let count = rest.prefix(while: \.isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    sign()
    let whole = digits()
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits() == 0, whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    guard let mark = rest.first else { return true }
    guard mark | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    sign()
    return digits() > 0 && rest.isEmpty
  }

  /// A day, alone or with a time behind a blank or `T`.
  private static func isTimestamp(_ plain: String) -> Bool {
    let bytes = Array(plain.utf8)
    guard bytes.count > 7, bytes.prefix(4).allSatisfy(\.isDigit), bytes[4] == 0x2D else {
      return false
    }
    let day = bytes.dropFirst(5).prefix { $0.isDigit || $0 == 0x2D }
    let parts = day.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ 1...2 ~= $0.count }) else { return false }
    let rest = bytes.dropFirst(5 + day.count)
    guard let mark = rest.first else { return true }
    return [0x20, 0x54, 0x74].contains(mark) && rest.contains(UInt8(ascii: ":"))
  }
}
