/// An IPv6 address.
public struct IPv6Address: Sendable, Hashable, CustomStringConvertible {
  /// The eight groups of 16 bits, the first the highest.
  public var groups: [UInt16]

  /// Reads an address (RFC 4291 §2.2): groups of hexadecimal digits, `::` once for zeros, the last
  /// two groups also as an IPv4 address; no zone.
  public init?(_ text: String) {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    var read: [[UInt16]] = []
    for (index, half) in halves.enumerated() {
      let isLast = index == halves.count - 1
      guard let groups = Self.groups(of: half, allowingIPv4: isLast) else { return nil }
      read.append(groups)
    }
    let given = read.joined().count
    if halves.count == 1 {
      guard given == 8 else { return nil }
      groups = read[0]
    } else {
      guard given <= 7 else { return nil }
      groups = read[0] + Array(repeating: 0, count: 8 - given) + read[1]
    }
  }

  private static func groups(of text: Substring, allowingIPv4: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if allowingIPv4, index == parts.count - 1, part.contains(".") {
        guard let address = IPv4Address(String(part)) else { return nil }
        groups += [UInt16(address.bits >> 16), UInt16(address.bits & 0xFFFF)]
        continue
      }
      guard 1...4 ~= part.utf8.count, part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
        let group = UInt16(part, radix: 16)
      else { return nil }
      groups.append(group)
    }
    return groups
  }

  /// The address in its canonical form (RFC 5952): lower case, the longest run of zeros as `::`.
  public var description: String {
    var best = 0..<0
    var start: Int?
    for index in 0...8 {
      if index < 8, groups[index] == 0 {
        start = start ?? index
      } else if let first = start {
        if index - first > max(best.count, 1) { best = first..<index }
        start = nil
      }
    }
    func text(_ groups: ArraySlice<UInt16>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard !best.isEmpty else { return text(groups[...]) }
    return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
  }
}
