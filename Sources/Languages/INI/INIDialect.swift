internal import Text

/// How one program writes the files that look alike.
package struct INIDialect: Sendable {
  /// The program, as sentences name it.
  package let program: String
  /// Comments and joined lines.
  package var lines = LineDialect()
  /// What stands between a key and its value.
  package var separators: [UInt8] = [UInt8(ascii: "=")]
  /// Whether a key may stand without a value.
  package var allowsKeysAlone = false
  /// Whether a key before the first section is a mistake.
  package var needsSection = true
  /// Bytes of which keys are made beside letters and digits; nothing where any will do.
  package var keyBytes: [UInt8]?
  /// Whether a key may stand in single quotes.
  package var quotesKeys = false
  /// What begins lines that are neither sections nor keys.
  package var directives: [String] = []
  /// Whether the words that a value may be are compared without case.
  package var foldsCase = false
  /// What the formats of a key table accept, by name.
  package var formats: [String: KeyFormat] = [:]

  /// Creates a dialect; what is not said is as in most of them.
  package init(
    program: String,
    lines: LineDialect = LineDialect(),
    separators: [UInt8] = [UInt8(ascii: "=")],
    allowsKeysAlone: Bool = false,
    needsSection: Bool = true,
    keyBytes: [UInt8]? = nil,
    quotesKeys: Bool = false,
    directives: [String] = [],
    foldsCase: Bool = false,
    formats: [String: KeyFormat] = [:]
  ) {
    self.program = program
    self.lines = lines
    self.separators = separators
    self.allowsKeysAlone = allowsKeysAlone
    self.needsSection = needsSection
    self.keyBytes = keyBytes
    self.quotesKeys = quotesKeys
    self.directives = directives
    self.foldsCase = foldsCase
    self.formats = formats
  }

  func isKeyByte(_ byte: UInt8) -> Bool {
    keyBytes.map { byte.isLetter || byte.isDigit || $0.contains(byte) } ?? true
  }

  /// Returns where a key stands within its quotes; nothing where it has none.
  package func unquoted(_ key: ArraySlice<UInt8>) -> Range<Int>? {
    let quote = UInt8(ascii: "'")
    guard quotesKeys, key.count > 2, key.first == quote, key.last == quote else { return nil }
    return (key.startIndex + 1)..<(key.endIndex - 1)
  }
}

/// A form that a value may have.
package struct KeyFormat: Sendable {
  /// What is expected, with an example.
  package let expected: String
  package let fits: @Sendable (String) -> Bool

  package init(_ expected: String, _ fits: @escaping @Sendable (String) -> Bool) {
    self.expected = expected
    self.fits = fits
  }
}
