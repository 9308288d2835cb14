internal import Text
internal import Values

/// Whether a port stands behind a placeholder: then an IPv6 address needs brackets around it.
package enum PortNeighbour {
  /// Whether a text begins with a colon and a digit, or a colon and another placeholder.
  package static func follows(in text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: ":"), let next = text.dropFirst().first else { return false }
    return next.isDigit || next == Sentinel.first
  }
}

extension ValueEntry {
  /// Returns a text of the value as it stands before a port (RFC 3986 §3.2.2).
  package func bracketed(_ text: String, _ isBeforePort: Bool) -> String {
    guard isBeforePort, declaration.type.kind == .ipv6, text.contains(":") else { return text }
    return "[\(text)]"
  }
}
