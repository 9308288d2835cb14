internal import Text

/// Why a text is not a value of a type.
public struct ValueMistake: Error, Sendable, Hashable {
  /// One sentence that says what was expected.
  public var message: String
  /// The text that was probably meant.
  public var suggestion: String?

  /// Creates a mistake.
  public init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }
}

extension ValueType {
  /// Returns the value that one text, or the elements of a list, stand for.
  ///
  /// No message shows the text of a secret.
  public func parse(_ texts: [String]) -> Result<Value, ValueMistake> {
    if case .list(let element) = kind {
      var type = self
      type.kind = element
      var values: [Value] = []
      for text in texts {
        switch type.parse([text]) {
        case .success(let value): values.append(value)
        case .failure(let mistake): return .failure(mistake)
        }
      }
      return .success(.list(values))
    }
    guard texts.count == 1, let text = texts.first else {
      return .failure(ValueMistake("one value is expected"))
    }
    return read(text).flatMap { value in
      restrict(value, text).map { .failure($0) } ?? .success(value)
    }
  }

  private func read(_ text: String) -> Result<Value, ValueMistake> {
    func expected(_ what: String, suggestion: String? = nil) -> Result<Value, ValueMistake> {
      .failure(ValueMistake("\(what), not `\(text)`", suggestion: suggestion))
    }
    func checked(_ isRight: Bool, _ what: String) -> Result<Value, ValueMistake> {
      isRight ? .success(.text(text)) : expected(what)
    }
    switch kind {
    case .string, .secret, .list: return .success(.text(text))
    case .int:
      guard let number = Int(text), String(number) == text else {
        return expected("a whole number is expected")
      }
      return .success(.int(number))
    case .float, .percent:
      guard let number = Double(text), number.isFinite else {
        return expected("a number is expected")
      }
      guard kind == .float || 0...100 ~= number else {
        return expected("a number from 0 to 100 is expected")
      }
      return .success(
        number == number.rounded() && kind == .percent ? .int(Int(number)) : .float(number)
      )
    case .bool:
      switch text {
      case "true": return .success(.bool(true))
      case "false": return .success(.bool(false))
      default: return expected("true or false is expected")
      }
    case .enumeration:
      let names = values.map { "`\($0)`" }.joined(separator: ", ")
      return checked(values.contains(text), "one of \(names) is expected")
    case .ipv4:
      guard let address = IPv4Address(text) else {
        return expected(
          "an IPv4 address is expected, four numbers from 0 to 255 without leading zeros"
        )
      }
      return .success(.ipv4(address))
    case .ipv6:
      guard let address = IPv6Address(text) else {
        return expected("an IPv6 address is expected, such as `fd00:20::10`")
      }
      return .success(.ipv6(address))
    case .cidr: return readNetwork(text)
    case .port:
      guard let port = Int(text), String(port) == text, 1...65535 ~= port else {
        return expected("a port is a number from 1 to 65535")
      }
      return .success(.int(port))
    case .portRange:
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      let isRight = ends.count == 2 && ends.allSatisfy { 1...65535 ~= $0 } && ends[0] <= ends[1]
      return checked(isRight, "a range of ports is expected, such as `50100-50200`")
    case .bytes, .duration:
      guard let quantity = Quantity(text), quantity.unit.isTime == (kind == .duration) else {
        return expected(
          kind == .bytes
            ? "an amount of data with its unit is expected, such as `32GiB`"
            : "a duration with its unit is expected, such as `30s`"
        )
      }
      return .success(.quantity(quantity))
    case .hostname, .fqdn:
      return checked(
        TextShape.isHostName(text, labels: kind == .fqdn ? 2 : 1),
        kind == .fqdn
          ? "a full domain name in lower case is expected, such as `chat.example.org`"
          : "a host name in lower case is expected"
      )
    case .hostPort:
      return checked(
        TextShape.isHostPort(text),
        "a host and a port are expected, such as `10.20.0.10:443`"
      )
    case .url:
      return checked(
        TextShape.isURL(text),
        "an address such as `https://chat.example.org/` without user and password is expected"
      )
    case .email: return checked(TextShape.isEmail(text), "a mail address is expected")
    case .path:
      return checked(
        text.hasPrefix("/") && !text.split(separator: "/").contains(".."),
        "an absolute path without `..` is expected"
      )
    case .username:
      return checked(TextShape.isUserName(text), "a user name in lower case is expected")
    case .interface:
      return checked(
        1...15 ~= text.utf8.count && !text.contains(" ") && !text.contains("/"),
        "the name of a network interface is expected, at most 15 bytes"
      )
    case .version:
      return checked(TextShape.isVersion(text), "a version is expected, such as `1.27.3`")
    case .image:
      return checked(
        TextShape.isImage(text),
        "the name of an image is expected, such as `registry.example.org/redis:7.4`"
      )
    }
  }

  private func readNetwork(_ text: String) -> Result<Value, ValueMistake> {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let prefix = Int(parts[1]),
      0...32 ~= prefix, String(prefix) == parts[1]
    else {
      return .failure(
        ValueMistake("a network is expected, such as `10.20.0.0/24`, not `\(text)`")
      )
    }
    let network = address.network(prefix: prefix)
    guard network == address else {
      return .failure(
        ValueMistake(
          "`\(text)` has host bits set, the network is `\(network)/\(prefix)`",
          suggestion: "\(network)/\(prefix)"
        )
      )
    }
    return .success(.cidr(address, prefix: prefix))
  }

  /// Holds a value against the bounds of its type.
  private func restrict(_ value: Value, _ text: String) -> ValueMistake? {
    if let minLength, text.unicodeScalars.count < minLength {
      return ValueMistake("at least \(minLength) characters are expected")
    }
    if let maxLength, text.unicodeScalars.count > maxLength {
      return ValueMistake("at most \(maxLength) characters are expected")
    }
    if let charset, !CharacterRanges(charset).contains(text) {
      return ValueMistake("only the characters `\(charset)` are expected")
    }
    if let pattern, let known = Pattern(pattern), !known.occurs(in: text) {
      return ValueMistake("a text that matches `\(pattern)` is expected, not `\(text)`")
    }
    guard let amount = amount(of: value) else { return nil }
    if let min, let bound = bound(min), amount < bound {
      return ValueMistake("`\(text)` is less than the minimum, `\(min)`")
    }
    if let max, let bound = bound(max), amount > bound {
      return ValueMistake("`\(text)` is more than the maximum, `\(max)`")
    }
    return nil
  }

  private func bound(_ text: String) -> Double? {
    guard case .success(let value) = ValueType(kind).read(text) else { return nil }
    return amount(of: value)
  }

  private func amount(of value: Value) -> Double? {
    switch value {
    case .int(let number): Double(number)
    case .float(let number): number
    case .quantity(let quantity): Double(quantity.amount)
    default: nil
    }
  }
}
