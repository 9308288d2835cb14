/// A here-document whose body is still to come.
package struct HereDocument: Sendable {
  /// From `<<` to the end of the terminator's word, in bytes of the text.
  let operation: Range<Int>
  /// The line that ends it.
  package let terminator: [UInt8]
  /// Whether it is written `<<-`, so that tabs before the terminator do not count.
  package let stripsTabs: Bool
  /// Whether nothing is replaced in the body, and a backslash joins no lines.
  package let isQuoted: Bool

  /// Creates one from the word behind `<<`.
  package init(operation: Range<Int>, word: ArraySlice<UInt8>, stripsTabs: Bool, isQuoted: Bool) {
    self.operation = operation
    self.stripsTabs = stripsTabs
    self.isQuoted = isQuoted
    terminator = Self.unquoted(word)
  }

  /// Why a here-document does not end where its author meant.
  package enum Mistake: Sendable, Equatable {
    /// No line is like the terminator.
    case missing(String)
    /// The terminator has blanks before it.
    case indented(String, terminator: Range<Int>, stripsTabs: Bool)
    /// The terminator has something behind it.
    case followed(String, terminator: Range<Int>, rest: Range<Int>)
    /// A backslash joins the terminator to the line before it.
    case joined(String, backslash: Range<Int>)
  }

  private static func unquoted(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in word {
      if isEscaped {
        isEscaped = false
        if byte != UInt8(ascii: "\n") { bytes.append(byte) }
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
