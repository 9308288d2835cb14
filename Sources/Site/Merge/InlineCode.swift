internal import DocBuild
internal import Text

/// Scripts and styles as they stand within a page.
package enum InlineCode {
  /// Returns a script that no text in it can end early.
  static func script(_ code: [UInt8]) -> [UInt8] {
    // In texts and patterns alike, \x3c is the bracket.
    replacing(["</script", "<!--"], "\\x3c", in: code)
  }

  /// Returns a style sheet that no text in it can end early.
  static func style(_ code: [UInt8]) -> [UInt8] {
    replacing(["</style"], "\\3c ", in: code)
  }

  /// Writes the bracket at the beginning of each mark in another way.
  ///
  /// Browsers take the digest of a text after they have read it: with plain ends of lines, and
  /// with what is no UTF-8 replaced.
  private static func replacing(
    _ marks: [String],
    _ bracket: String,
    in code: [UInt8]
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(code.count)
    let text = Array(String(decoding: code, as: UTF8.self).utf8)
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\r"):
        if index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n") {
          out.append(UInt8(ascii: "\n"))
        }
      case UInt8(ascii: "<")
      where marks.contains(where: { mark in
        text[index...].prefix(mark.utf8.count).map(\.lowercased).elementsEqual(mark.utf8)
      }):
        out += Array(bracket.utf8)
      default: out.append(byte)
      }
    }
    return out
  }
}
