internal import Text

/// The characters that references in HTML stand for.
package enum HTMLText {
  /// Appends a text with its references resolved; a reference that is not known stays as it is.
  package static func append(_ range: Range<Int>, of bytes: [UInt8], to out: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (character, end) = reference(in: bytes, index, range) {
        out += Array(String(character).utf8)
        index = end
      } else {
        out.append(byte)
        index += 1
      }
    }
  }

  /// Returns a text with its references resolved.
  package static func plain(_ bytes: ArraySlice<UInt8>) -> String { plainBytes(bytes).text }

  /// Returns a text with its references resolved, as bytes.
  package static func plainBytes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    append(0..<bytes.count, of: Array(bytes), to: &out)
    return out
  }

  private static func reference(
    in bytes: [UInt8],
    _ start: Int,
    _ range: Range<Int>
  ) -> (Unicode.Scalar, end: Int)? {
    let rest = bytes[(start + 1)..<range.upperBound].prefix(9)
    guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<semicolon], as: UTF8.self)
    let scalar: Unicode.Scalar?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    } else if name.hasPrefix("#") {
      scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    } else {
      scalar = named[name]
    }
    return scalar.map { ($0, semicolon + 1) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "Tab": "\t", "NewLine": "\n", "colon": ":", "sol": "/", "num": "#", "quest": "?",
    "period": ".", "lowbar": "_", "lpar": "(", "rpar": ")", "percnt": "%",
  ]
}
