internal import Text

/// The part of an address between `://` and `@`, in any text.
enum AddressLogin {
  /// What an address reads as its parts within a login (RFC 3986 §3.2.1).
  static let reserved: [Unicode.Scalar] = ["/", "@", ":", "?", "#", "[", "]", "%", " ", "\\"]

  /// Whether a part of a text is in the login of an address.
  static func holds(_ part: Range<Int>, in text: [UInt8]) -> Bool {
    guard part.upperBound < text.count, text[..<part.lowerBound].contains(.slash) else {
      return false
    }
    let before = text[..<part.lowerBound].reversed().prefix { !ends.contains($0) }
    let start = part.lowerBound - before.count
    guard text[..<start].suffix(3).elementsEqual("://".utf8) else { return false }
    let after = text[part.upperBound...].drop { !ends.contains($0) }
    return after.first == .at
  }

  /// Returns a text with what is reserved percent-encoded.
  static func encoded(_ text: String) -> String {
    String(
      text.unicodeScalars.flatMap { scalar in
        reserved.contains(scalar)
          ? Array("%\(String(scalar.value, radix: 16, uppercase: true))") : [Character(scalar)]
      }
    )
  }

  private static let ends = Set("@/?# \t\n,\"'`<>".utf8)
}
