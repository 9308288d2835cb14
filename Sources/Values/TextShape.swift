internal import Text

/// The shapes of names and addresses that are kept as text.
enum TextShape {
  /// Labels of letters, digits and inner hyphens in lower case (RFC 1123), the last not a number.
  static func isHostName(_ text: String, labels least: Int) -> Bool {
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= least, text.utf8.count <= 253, let last = labels.last else {
      return false
    }
    let areRight = labels.allSatisfy { label in
      1...63 ~= label.count && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
    return areRight && !(labels.count > 1 && last.allSatisfy { $0.isDigit })
  }

  /// A scheme and a host, no blanks and no user.
  static func isURL(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
      text[colon...].hasPrefix("://"), !text.contains(" ")
    else { return false }
    let rest = text[text.index(colon, offsetBy: 3)...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !authority.isEmpty && !authority.contains("@")
  }

  /// One `@` with a domain name behind it.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[0].contains(" ")
      && isHostName(parts[1].lowercased(), labels: 2)
  }

  /// A name, an IPv4 address or a bracketed IPv6 address, then a port.
  static func isHostPort(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let host = String(text[..<colon])
    let port = String(text[text.index(after: colon)...])
    guard let number = Int(port), 1...65535 ~= number, String(number) == port else { return false }
    if host.hasPrefix("["), host.hasSuffix("]") {
      return IPv6Address(String(host.dropFirst().dropLast())) != nil
    }
    return IPv4Address(host) != nil || isHostName(host, labels: 1)
  }

  /// Letters, digits and `.`, `-`, `+`, `_`, `~`, beginning with a letter or a digit.
  static func isVersion(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLetterOrDigit else { return false }
    return text.utf8.allSatisfy { byte in
      byte.isLetterOrDigit || [0x2E, 0x2D, 0x2B, 0x5F, 0x7E].contains(byte)
    }
  }

  /// A repository in lower case with an optional registry, then a tag, a digest or both.
  static func isImage(_ text: String) -> Bool { imagePattern?.occurs(in: text) ?? false }

  private static let imagePattern = Pattern(
    "^(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*"
      + "(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
      + "(?:@sha256:[a-f0-9]{64})?$"
  )

  /// A name that Debian's `adduser` takes.
  static func isUserName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 32 else { return false }
    return (first.isLower || first == UInt8(ascii: "_"))
      && bytes.allSatisfy {
        $0.isLower || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
  }
}
