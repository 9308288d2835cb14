internal import Text

/// Addresses and names of hosts, as `format` means them.
enum NetworkFormats {
  /// Four decimal numbers up to 255 without leading zeros (RFC 2673 §3.2).
  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard 1...3 ~= part.count, part.allSatisfy({ $0.isDigit }) else { return false }
        let number = part.reduce(0) { $0 * 10 + Int($1 - 48) }
        return number < 256 && (part.count == 1 || part.first != 48)
      }
  }

  /// Eight groups of hexadecimal digits, `::` for some of them, IPv4 as the last two (RFC 4291 §2.2);
  /// no zone.
  static func isIPv6(_ text: some StringProtocol) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard 3...9 ~= groups.count else { return false }
    var count = 0
    var gaps = 0
    for (index, group) in groups.enumerated() {
      if group.isEmpty {
        let isEdge = index == 0 || index == groups.count - 1
        // A colon at an edge stands twice there.
        let neighbour = index == 0 ? groups[1] : groups[index - 1]
        if isEdge, !neighbour.isEmpty { return false }
        gaps += isEdge ? 0 : 1
      } else if index == groups.count - 1, group.contains(UInt8(ascii: ".")) {
        guard isIPv4(String(decoding: group, as: UTF8.self)) else { return false }
        count += 2
      } else {
        guard group.count < 5, group.allSatisfy(\.isHexadecimal) else { return false }
        count += 1
      }
    }
    return gaps == 0 ? count == 8 : gaps == 1 && count < 8
  }

  /// Labels of letters, digits and inner hyphens (RFC 1123 §2.1); at most 253 bytes.
  static func isHostname(_ text: some StringProtocol) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count < 254
      && labels.allSatisfy { label in
        let isLDH = label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard isLDH, 1...63 ~= label.count, label.first != 0x2D, label.suffix(1).first != 0x2D
        else {
          return false
        }
        // Hyphens as the third and fourth letter are kept for names in other scripts.
        let letters = Array(label.prefix(4)).map { $0 | 0x20 }
        return !letters.dropFirst(2).elementsEqual("--".utf8) || letters.starts(with: "xn".utf8)
      }
  }

  /// A local part, `@` and a host name or an address in brackets (RFC 5321 §4.1.2).
  static func isEmail(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@") else { return false }
    let local = text[..<at].utf8
    let domain = text[text.index(after: at)...]
    if domain.hasPrefix("["), domain.hasSuffix("]") {
      let inner = domain.dropFirst().dropLast()
      guard isIPv4(inner) || (inner.hasPrefix("IPv6:") && isIPv6(inner.dropFirst(5))) else {
        return false
      }
    } else {
      guard isHostname(domain) else { return false }
    }
    guard 1...64 ~= local.count else { return false }
    if local.first == UInt8(ascii: "\""), local.last == UInt8(ascii: "\""), local.count > 1 {
      return isQuoted(local.dropFirst().dropLast())
    }
    return local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { atom in
        !atom.isEmpty
          && atom.allSatisfy { byte in
            byte.isLetter || byte.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
          }
      }
  }

  private static func isQuoted(_ text: Substring.UTF8View.SubSequence) -> Bool {
    var isEscaped = false
    for byte in text {
      guard 0x20...0x7E ~= byte else { return false }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return false
      }
    }
    return !isEscaped
  }

  /// A name, an IPv4 address or an IPv6 address in brackets, then a port; `*` and nothing stand for
  /// all addresses.
  static func isHostPort(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let host = text[..<colon]
    let port = text[text.index(after: colon)...]
    guard let number = Int(port), 1...65535 ~= number, port.utf8.allSatisfy({ $0.isDigit })
    else { return false }
    if host.hasPrefix("["), host.hasSuffix("]") { return isIPv6(host.dropFirst().dropLast()) }
    return host == "*"
      || host.utf8.allSatisfy { byte in
        byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x5F].contains(byte)
      }
  }
}
