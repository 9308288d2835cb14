internal import Text

/// Keeps a value that ends up in a link from becoming a program.
package enum AddressScheme {
  private static let dangerous = ["javascript:", "vbscript:", "data:"].map { Array($0.utf8) }

  /// Encodes the colon of a dangerous scheme at the end of a page that is being written.
  ///
  /// - Parameter out: ends inside the quotes of an attribute.
  package static func disarm(_ out: inout [UInt8]) {
    guard let quote = out.lastIndex(of: UInt8(ascii: "\"")) else { return }
    let head = out[..<quote].suffix(5)
    guard head.elementsEqual("href=".utf8) || head.suffix(4).elementsEqual("src=".utf8) else {
      return
    }
    // Browsers skip blanks and control characters in front of a scheme and inside it.
    let shown = out[(quote + 1)...].indices.filter { out[$0] > 0x20 }
    let lower = shown.prefix(12).map { out[$0].lowercased }
    for scheme in dangerous where lower.starts(with: scheme) {
      out.replaceSubrange(
        shown[scheme.count - 1]...shown[scheme.count - 1],
        with: Array("%3A".utf8)
      )
    }
  }
}
