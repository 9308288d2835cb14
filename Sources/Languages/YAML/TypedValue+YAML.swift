internal import Diagnostics
internal import Text

extension TypedValue {
  /// The most values that a text may have once its aliases are written out, and the deepest of them.
  package static let most = 200_000
  private static let deepest = 400

  /// Returns the value of a node, merge keys and aliases resolved.
  ///
  /// - Parameters:
  ///   - node: the root of a snippet.
  ///   - dialect: how plain scalars are read.
  /// - Returns: the value, and whether some of it is missing because it lies behind a limit.
  package static func resolved(
    _ node: YAMLNode,
    by dialect: YAMLDialect
  ) -> (value: TypedValue, isCut: Bool) {
    var conversion = Conversion(dialect: dialect, left: most)
    let value = conversion.value(of: node, depth: 0)
    return (value, conversion.isCut)
  }

  private struct Conversion {
    let dialect: YAMLDialect
    var left: Int
    var isCut = false

    mutating func value(of node: YAMLNode, depth: Int) -> TypedValue {
      left -= 1
      guard left > 0, depth < TypedValue.deepest else {
        isCut = true
        return TypedValue(.null, at: node.range)
      }
      if node.isMapping {
        var members: [Member] = []
        for (key, value) in node.mergedEntries {
          let inner = self.value(of: value, depth: depth + 1)
          members.append(Member(key: key.text, keyRange: key.range, value: inner))
        }
        return TypedValue(.object(members), at: node.range)
      }
      if node.isSequence {
        var elements: [TypedValue] = []
        for element in node.elements { elements.append(value(of: element, depth: depth + 1)) }
        return TypedValue(.array(elements), at: node.range)
      }
      let text = node.text
      guard node.isGuessed else { return TypedValue(node.tagged, at: node.range) }
      let content: Content =
        switch dialect.meaning(of: text) {
        case .null: .null
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number), .float(let number): .number(number)
        case .timestamp, .text: .string(text)
        }
      return TypedValue(content, at: node.range, plain: text)
    }
  }
}

extension TypedValue {
  /// The value of a file for go-yaml, which reads an empty one as a mapping without keys.
  package var asFields: TypedValue {
    kind == .null ? TypedValue(.object([]), at: range) : self
  }

  /// Returns the value as go-yaml puts it into the fields of a program: a key without a value leaves
  /// its field as it is, as if nobody had written the key.
  ///
  /// - Parameter maps: keys of mappings whose own keys the author names, and which Go takes as they are.
  /// - Returns: the value without the keys that have none.
  package func withoutNulls(except maps: Set<String> = []) -> TypedValue {
    var copy = self
    switch content {
    case .object(let members):
      copy.content = .object(
        members.filter { $0.value.kind != .null }.map { member in
          let value =
            maps.contains(member.key) ? member.value : member.value.withoutNulls(except: maps)
          return Member(key: member.key, keyRange: member.keyRange, value: value)
        }
      )
    case .array(let elements):
      copy.content = .array(elements.map { $0.withoutNulls(except: maps) })
    default: break
    }
    return copy
  }

  /// Returns what go-yaml puts into a field of some type (`decode.go`): the text as it is written into
  /// a string, nothing as the empty text, and `yes`, `on` and their like into a bool.
  package func decoded(as kinds: [Kind]?) -> TypedValue {
    guard let plain, let kinds, !kinds.contains(kind) else { return self }
    // A field that takes several kinds of scalars looks at them itself.
    let scalars = kinds.filter { [.string, .boolean, .integer, .number].contains($0) }
    guard scalars.count == 1 else { return self }
    switch content {
    case .null where kinds == [.string]: return TypedValue(.string(""), at: range, plain: plain)
    case .bool, .number:
      guard scalars[0] == .string else { return self }
      return TypedValue(.string(plain), at: range, plain: plain)
    case .string:
      guard scalars[0] == .boolean, let isTrue = Self.truths[plain] else { return self }
      return TypedValue(.bool(isTrue), at: range, plain: plain)
    default: return self
    }
  }

  private static let truths: [String: Bool] = [
    "y": true, "Y": true, "yes": true, "Yes": true, "YES": true, "on": true, "On": true, "ON": true,
    "n": false, "N": false, "no": false, "No": false, "NO": false, "off": false, "Off": false,
    "OFF": false,
  ]
}

extension YAMLNode {
  /// What a scalar with quotes, a block mark or a tag is.
  fileprivate var tagged: TypedValue.Content {
    switch tag {
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
      YAMLNumber.any(text).map { .number($0) } ?? .string(text)
    case "tag:yaml.org,2002:bool":
      YAMLScalarType(ofPlain: text) == .bool
        ? .bool(PyYAML.meaning(of: text) == .bool(true)) : .string(text)
    case "tag:yaml.org,2002:null": .null
    case "tag:yaml.org,2002:binary":
      .string(Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } ?? text)
    default: .string(text)
    }
  }
}

/// The numbers of YAML.
package enum YAMLNumber {
  /// An integer as PyYAML writes them: decimal, octal with a leading zero, `0x`, `0b`, to the base
  /// 60, `_` anywhere.
  package static func integer(_ text: String) -> Double? {
    if let number = Sexagesimal.value(of: text) { return Double(number) }
    return prefixed(text) ?? octal(text) ?? Double(text.replacing("_", with: ""))
  }

  /// A decimal number with a fraction, or infinity, or not a number.
  package static func float(_ text: String) -> Double? {
    switch text.lowercased() {
    case ".inf", "+.inf": .infinity
    case "-.inf": -.infinity
    case ".nan": .nan
    default: Double(text.replacing("_", with: ""))
    }
  }

  /// Any number of go-yaml: `0o17` and `017` are octal, `08` is 8, an exponent needs no sign.
  package static func any(_ text: String) -> Double? {
    guard let first = text.utf8.first(where: { $0 != 0x2B && $0 != 0x2D }),
      first.isDigit || first == UInt8(ascii: ".")
    else { return nil }
    if let number = prefixed(text) ?? octal(text) { return number }
    let isPlain = text.utf8.allSatisfy {
      $0.isDigit || [0x2B, 0x2D, 0x2E, 0x5F, 0x45, 0x65].contains($0)
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
