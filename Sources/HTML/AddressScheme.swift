internal import Text

/// Keeps a value that ends up in a link from becoming a program.
package enum AddressScheme {
  private static let dangerous = ["javascript:", "vbscript:", "data:"].map { Array($0.utf8) }

  /// Whether an address runs a program or holds a page itself.
  package static func isDangerous(_ address: some Sequence<UInt8>) -> Bool {
    // Browsers skip spaces and control characters in front of a scheme and inside it.
    var shown: [UInt8] = []
    for byte in address where byte > 0x20 && shown.count < 12 { shown.append(byte.lowercased) }
    return dangerous.contains { shown.starts(with: $0) }
  }

  /// Makes a dangerous address at the end of a page that is being written a relative one.
  ///
  /// - Parameters:
  ///   - out: ends inside the quotes of an attribute.
  ///   - rest: what is going to follow.
  package static func disarm(_ out: inout [UInt8], before rest: ArraySlice<UInt8>) {
    guard let quote = out.lastIndex(where: \.isQuote) else { return }
    let follows = rest.prefix(12).prefix { !$0.isQuote }
    guard isDangerous(Array(out[(quote + 1)...].prefix(200)) + Array(follows)) else { return }
    out.insert(contentsOf: "./".utf8, at: quote + 1)
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == .quote || self == .apostrophe }
}
