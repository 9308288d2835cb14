internal import Diagnostics

/// Who reads a YAML file, and so what its plain scalars are.
public enum YAMLDialect: Sendable, Hashable {
  /// PyYAML: Ansible, Patroni, Synapse.
  case pyYAML
  /// go-yaml: compose, Prometheus, LiveKit, Grafana.
  case goYAML
}

extension TypedValue {
  /// The most values that a text may have once its aliases are written out.
  private static let most = 200_000

  /// Returns the value of a node, merge keys and aliases resolved.
  ///
  /// - Parameters:
  ///   - node: the root of a snippet.
  ///   - dialect: how plain scalars are read.
  /// - Returns: the value; what lies behind the limit is missing, and reported.
  static func value(of node: YAMLNode, _ dialect: YAMLDialect) -> Outcome<TypedValue> {
    var left = most
    let value = convert(node, dialect, &left)
    guard left <= 0 else { return Outcome(value) }
    return Outcome(value, [.tooManyAliases(at: node.range, most)])
  }

  private static func convert(
    _ node: YAMLNode,
    _ dialect: YAMLDialect,
    _ left: inout Int
  ) -> TypedValue {
    left -= 1
    guard left > 0 else { return TypedValue(.null, at: node.range) }
    if node.isMapping {
      var members: [Member] = []
      for (key, value) in node.mergedEntries {
        members.append(
          Member(key: key.text, keyRange: key.range, value: convert(value, dialect, &left))
        )
      }
      return TypedValue(.object(members), at: node.range)
    }
    if node.isSequence {
      var elements: [TypedValue] = []
      for element in node.elements { elements.append(convert(element, dialect, &left)) }
      return TypedValue(.array(elements), at: node.range)
    }
    return TypedValue(scalar(node, dialect), at: node.range)
  }

  private static func scalar(_ node: YAMLNode, _ dialect: YAMLDialect) -> Content {
    guard node.style.isPlain, node.tag == nil else { return .string(node.text) }
    switch dialect {
    case .pyYAML:
      switch node.scalarType {
      case .null: return .null
      case .bool: return .bool(["y", "t", "on"].contains { node.text.lowercased().hasPrefix($0) })
      case .int: return .number(YAMLNumber.integer(node.text) ?? 0)
      case .float: return .number(YAMLNumber.float(node.text) ?? 0)
      case .timestamp, .string: return .string(node.text)
      }
    case .goYAML:
      if node.isNull { return .null }
      if ["true", "True", "TRUE"].contains(node.text) { return .bool(true) }
      if ["false", "False", "FALSE"].contains(node.text) { return .bool(false) }
      if !node.text.contains(":"), let number = YAMLNumber.any(node.text) {
        return .number(number)
      }
      return .string(node.text)
    }
  }
}

/// The numbers of YAML.
enum YAMLNumber {
  /// An integer as PyYAML writes them: decimal, octal with a leading zero, `0x`, `0b`, to the base
  /// 60, `_` anywhere.
  static func integer(_ text: String) -> Double? {
    if let number = Sexagesimal.value(of: text) { return Double(number) }
    return prefixed(text) ?? octal(text) ?? Double(text.replacing("_", with: ""))
  }

  /// A decimal number with a fraction, or infinity, or not a number.
  static func float(_ text: String) -> Double? {
    switch text.lowercased() {
    case ".inf", "+.inf": .infinity
    case "-.inf": -.infinity
    case ".nan": .nan
    default: Double(text.replacing("_", with: ""))
    }
  }

  /// Any number of go-yaml: `0o17` and `017` are octal, `08` is 8, an exponent needs no sign.
  static func any(_ text: String) -> Double? {
    guard let first = text.utf8.first(where: { $0 != 0x2B && $0 != 0x2D }),
      48...57 ~= first || first == UInt8(ascii: ".")
    else { return nil }
    if let number = prefixed(text) ?? octal(text) { return number }
    let isPlain = text.utf8.allSatisfy {
      48...57 ~= $0 || [0x2B, 0x2D, 0x2E, 0x5F, 0x45, 0x65].contains($0)
    }
    return isPlain || text.hasSuffix("inf") || text.lowercased() == ".nan" ? float(text) : nil
  }

  private static func prefixed(_ text: String) -> Double? {
    let digits = text.replacing("_", with: "")
    for (prefix, base) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
      return Int(digits.dropFirst(2), radix: base).map(Double.init)
    }
    return nil
  }

  private static func octal(_ text: String) -> Double? {
    let digits = text.replacing("_", with: "")
    guard digits.hasPrefix("0"), digits.utf8.count > 1 else { return nil }
    return Int(digits, radix: 8).map(Double.init)
  }
}
