internal import Text

/// URIs, UUIDs and JSON pointers, as `format` means them.
enum IdentifierFormats {
  /// An absolute URI (RFC 3986), with or without a fragment.
  static func isURI(_ text: String) -> Bool { scheme(of: text) != nil && isURIReference(text) }

  /// A URI or a relative reference.
  static func isURIReference(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if let scheme = scheme(of: text) {
      rest = rest.dropFirst(scheme.count + 1)
    } else if rest.prefix(while: { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }).contains(0x3A) {
      // A colon in the first segment would make it a scheme.
      return false
    }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      guard isMade(rest[hash...].dropFirst(), of: ":@/?") else { return false }
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      guard isMade(rest[mark...].dropFirst(), of: ":@/?") else { return false }
      rest = rest[..<mark]
    }
    guard rest.starts(with: "//".utf8) else { return isMade(rest, of: ":@/") }
    let authority = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
    return isAuthority(authority) && isMade(rest.dropFirst(2 + authority.count), of: ":@/")
  }

  private static func scheme(of text: String) -> Substring.UTF8View? {
    let scheme = text.utf8.prefix { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
    guard let first = scheme.first, first.isLetter, scheme.endIndex < text.utf8.endIndex,
      text.utf8[scheme.endIndex] == UInt8(ascii: ":")
    else { return nil }
    return scheme
  }

  private static func isAuthority(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    if let at = rest.lastIndex(of: UInt8(ascii: "@")) {
      guard isMade(rest[..<at], of: ":") else { return false }
      rest = rest[at...].dropFirst()
    }
    if rest.first == UInt8(ascii: "[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = String(decoding: rest[..<end].dropFirst(), as: UTF8.self)
      guard NetworkFormats.isIPv6(address) || address.hasPrefix("v") else { return false }
      rest = rest[end...].dropFirst()
    } else {
      let host = rest.prefix { $0 != UInt8(ascii: ":") }
      guard isMade(host, of: "") else { return false }
      rest = rest.dropFirst(host.count)
    }
    return rest.isEmpty
      || rest.first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy { $0.isDigit }
  }

  /// Whether a part has only unreserved characters, sub-delimiters, escapes, and those given.
  private static func isMade(_ text: Substring.UTF8View, of others: String) -> Bool {
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.count > 1, rest.prefix(2).allSatisfy(\.isHexadecimal) else { return false }
        rest = rest.dropFirst(2)
      } else if !(byte.isLetter || byte.isDigit || "-._~!$&'()*+,;=".utf8.contains(byte)
        || others.utf8.contains(byte))
      {
        return false
      }
    }
    return true
  }

  /// Groups of 8, 4, 4, 4 and 12 hexadecimal digits (RFC 4122).
  static func isUUID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy(\.isHexadecimal)
  }

  /// Nothing, or keys each behind a `/`, with `~0` and `~1` as the only escapes (RFC 6901).
  static func isJSONPointer(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    var isEscape = false
    for byte in text.utf8 {
      if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
      isEscape = byte == UInt8(ascii: "~")
    }
    return text.hasPrefix("/") && !isEscape
  }
}
