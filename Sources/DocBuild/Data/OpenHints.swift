internal import Text

/// Finds the hints of open values in a text that was computed from them.
package enum OpenHints {
  /// Returns the pieces of a text: hints with their keys, and what stands between them.
  package static func pieces(
    of text: String,
    in values: ValueTable
  ) -> [(text: String, key: String?)] {
    let bytes = Array(text.utf8)
    var pieces: [(text: String, key: String?)] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index].isUpper, index == 0 || !isPart(bytes[index - 1]) else {
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !isPart($0) } ?? bytes.count
      if let key = values.openKey(ofHint: String(decoding: bytes[index..<end], as: UTF8.self)) {
        if index > start {
          pieces.append((String(decoding: bytes[start..<index], as: UTF8.self), nil))
        }
        pieces.append((String(decoding: bytes[index..<end], as: UTF8.self), key))
        start = end
      }
      index = end
    }
    if start < bytes.count {
      pieces.append((String(decoding: bytes[start...], as: UTF8.self), nil))
    }
    return pieces
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isUpper || byte.isDigit || byte == .underscore
  }
}
