internal import Languages
internal import Text

/// Takes the escapes out of quoted values, as compose-go 2.9 does.
enum EnvEscapes {
  /// Reads the value between two quotes.
  ///
  /// - Parameters:
  ///   - content: what stands between the quotes.
  ///   - quote: in single quotes only the quote itself can be escaped.
  /// - Returns: the value.
  static func value(of content: ArraySlice<UInt8>, _ quote: UInt8) -> String {
    var bytes: [UInt8] = []
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < content.endIndex else {
        bytes.append(byte)
        continue
      }
      let next = content[index]
      if next == quote {
        bytes.append(next)
        index += 1
      } else if quote == UInt8(ascii: "\""), let meant = meanings[next] {
        bytes += meant
        index += 1
      } else {
        bytes += [byte, next]
        index += 1
      }
    }
    return bytes.text
  }

  /// `\$` stays a dollar that begins no variable, so it becomes the doubled one.
  private static let meanings: [UInt8: [UInt8]] = [
    UInt8(ascii: "a"): [7], UInt8(ascii: "b"): [8], UInt8(ascii: "f"): [12],
    UInt8(ascii: "n"): [10], UInt8(ascii: "r"): [13], UInt8(ascii: "t"): [9],
    UInt8(ascii: "v"): [11], UInt8(ascii: "\\"): [UInt8(ascii: "\\")],
    UInt8(ascii: "$"): Array("$$".utf8),
  ]
}
