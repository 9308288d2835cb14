internal import Text

extension ValueType.Kind {
  /// Whether a text is what ``shape`` says.
  func matches(_ text: String) -> Bool {
    let shape = shape
    if shape.pattern != nil, Self.patterns[self]?.occurs(in: text) != true { return false }
    switch shape.demand {
    case .ipv6: return IPv6Address(text) != nil
    case .ascending: return text.split(separator: "-").compactMap { Int($0) }.isAscendingPorts
    case .host: return Self.isHost(text)
    case .name: return Self.isName(text.split(separator: "@").last ?? "")
    case .fifteenBytes: return text.utf8.count <= 15
    // The value itself shows these.
    case .network, .amount, nil: return true
    }
  }

  /// Returns the value that a text of the kind stands for; nothing where a number is out of bounds.
  func value(of text: String) -> Value? {
    switch self {
    case .int: return Int(text).map { .int($0) }
    case .float: return Double(text).flatMap { $0.isFinite ? .float($0) : nil }
    case .percent:
      let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
      guard let number = Double(digits), 0...100 ~= number else { return nil }
      return number == number.rounded() ? .int(Int(number)) : .float(number)
    case .bool: return .bool(text == "true")
    case .ipv4: return IPv4Address(text).map { .ipv4($0) }
    case .ipv6: return IPv6Address(text).map { .ipv6($0) }
    case .cidr:
      let parts = text.split(separator: "/").map(String.init)
      guard let address = IPv4Address(parts[0]), let prefix = Int(parts[1]) else { return nil }
      return .cidr(address, prefix: prefix)
    case .port: return Int(text).flatMap { 1...65535 ~= $0 ? .int($0) : nil }
    case .bytes, .duration: return Quantity(text).map { .quantity($0) }
    case .string, .enumeration, .hostname, .fqdn, .portRange, .hostPort, .url, .email, .path,
      .username, .interface, .version, .image, .secret:
      return .text(text)
    }
  }

  private static let patterns: [ValueType.Kind: Pattern] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { kind in
      kind.shape.pattern.flatMap(Pattern.init).map { (kind, $0) }
    }
  )

  private static func isName(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".")
    let isNumber = labels.last?.utf8.allSatisfy { 48...57 ~= $0 } ?? true
    return text.utf8.count <= 253 && (labels.count == 1 || !isNumber)
  }

  /// Whether what stands before the last `:` is a host.
  private static func isHost(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"),
      [Int(text[text.index(after: colon)...]) ?? 0].isAscendingPorts
    else { return false }
    let host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      return IPv6Address(String(host.dropFirst().dropLast())) != nil
    }
    return IPv4Address(host) != nil || hostname.matches(host)
  }
}

extension [Int] {
  /// Whether all are ports, none less than the one before.
  fileprivate var isAscendingPorts: Bool {
    allSatisfy { 1...65535 ~= $0 } && zip(self, dropFirst()).allSatisfy { $0 <= $1 }
  }
}
