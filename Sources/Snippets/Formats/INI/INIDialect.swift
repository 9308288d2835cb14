internal import Text

/// How one program writes the files that look alike.
struct INIDialect: Sendable {
  /// The program, as sentences name it.
  let program: String
  /// Comments and joined lines.
  var lines = LineDialect()
  /// What stands between a key and its value.
  var separators: [UInt8] = [UInt8(ascii: "=")]
  /// Whether a key may stand without a value.
  var allowsKeysAlone = false
  /// Whether a key before the first section is a mistake.
  var needsSection = true
  /// Bytes of which keys are made beside letters and digits; nothing where any will do.
  var keyBytes: [UInt8]?
  /// Whether a key may stand in single quotes.
  var quotesKeys = false
  /// What begins lines that are neither sections nor keys.
  var directives: [String] = []
  /// Whether the words that a value may be are compared without case.
  var foldsCase = false
  /// What the formats of a key table accept, by name.
  var formats: [String: KeyFormat] = [:]

  func isKeyByte(_ byte: UInt8) -> Bool {
    keyBytes.map { byte.isLetter || byte.isDigit || $0.contains(byte) } ?? true
  }

  /// Returns where a key stands within its quotes; nothing where it has none.
  func unquoted(_ key: ArraySlice<UInt8>) -> Range<Int>? {
    let quote = UInt8(ascii: "'")
    guard quotesKeys, key.count > 2, key.first == quote, key.last == quote else { return nil }
    return (key.startIndex + 1)..<(key.endIndex - 1)
  }
}

/// A form that a value may have.
struct KeyFormat: Sendable {
  /// What is expected, with an example.
  let expected: String
  let fits: @Sendable (String) -> Bool

  init(_ expected: String, _ fits: @escaping @Sendable (String) -> Bool) {
    self.expected = expected
    self.fits = fits
  }
}
