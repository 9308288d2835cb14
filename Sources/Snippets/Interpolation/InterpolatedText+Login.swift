internal import Text

extension InterpolatedText {
  /// The variables between `://` and the `@` of an address: the user and the password.
  ///
  /// - Parameter source: what was read.
  /// - Returns: them, in their order.
  func variablesOfLogins(in source: [UInt8]) -> [ComposeVariable] {
    var found: [ComposeVariable] = []
    var pending: [ComposeVariable]?
    for piece in pieces {
      switch piece {
      case .variable(let variable): pending?.append(variable)
      case .dollar: break
      case .text(let range):
        var index = range.lowerBound
        while index < range.upperBound {
          if source[index..<range.upperBound].starts(with: "://".utf8) {
            pending = []
            index += 3
            continue
          }
          if source[index] == .at { found += pending ?? [] }
          if Self.endsLogin.contains(source[index]) { pending = nil }
          index += 1
        }
      }
    }
    return found
  }

  private static let endsLogin = Set("@/?# \t,\"'".utf8)
}

/// What an address takes for its own parts within a login (RFC 3986 §3.2.1).
enum ReservedInLogin {
  /// Whether a text holds something that has to be percent-encoded there.
  static func holds(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { index in
      guard bytes[index] == .percent else { return reserved.contains(bytes[index]) }
      let digits = bytes[(index + 1)...].prefix(2)
      return digits.count < 2 || !digits.allSatisfy(\.isHexadecimal)
    }
  }

  /// Returns a text with what is reserved percent-encoded.
  static func encoded(_ text: String) -> String {
    String(
      decoding: text.utf8.flatMap { byte in
        byte == .percent || reserved.contains(byte)
          ? Array("%\(String(byte, radix: 16, uppercase: true))".utf8) : [byte]
      },
      as: UTF8.self
    )
  }

  private static let reserved = Set("@:/?#[] \\".utf8)
}
