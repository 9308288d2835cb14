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
