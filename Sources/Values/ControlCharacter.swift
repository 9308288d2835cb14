extension String {
  /// Returns the first character that no line of a file holds without another meaning.
  ///
  /// These are the control characters (C0, DEL, C1), the line and paragraph separators, and the
  /// marks that turn the direction of a line (UAX #9).
  ///
  /// - Parameter allowed: characters that are allowed here.
  /// - Returns: words that show it safely; nothing where there is none.
  public func firstControl(besides allowed: Set<Unicode.Scalar> = []) -> String? {
    // Nearly every text is printable ASCII.
    if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return nil }
    guard let scalar = unicodeScalars.first(where: { $0.isControl && !allowed.contains($0) }) else {
      return nil
    }
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return "a line break"
    case "\t": return "a tab"
    default:
      return "U+" + String(repeating: "0", count: Swift.max(0, 4 - scalar.digits.count))
        + scalar.digits
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  fileprivate var digits: String { String(value, radix: 16, uppercase: true) }
}
