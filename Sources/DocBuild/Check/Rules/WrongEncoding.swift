internal import Diagnostics
internal import Text

extension Rule {
  static let wrongEncoding = Rule(
    "page/encoding",
    reports: "A Markdown file that is not UTF-8, or contains a control character.",
    why: "Readers see replacement characters, and files do not contain what the guide means.",
    fires: "# Page\n\nA line\u{B}with a vertical tab.\n",
    fixed: "# Page\n\nA line without one.\n"
  )
}

extension Diagnostic {
  /// A file in another encoding as a whole.
  static func foreignEncoding(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongEncoding,
      at: location,
      "expected UTF-8, found \(name)",
      fixes: [Fix("save the file as UTF-8")]
    )
  }

  /// A byte that begins no character.
  static func invalidByte(_ byte: UInt8, at location: Location) -> Diagnostic {
    Diagnostic(.wrongEncoding, at: location, "expected UTF-8, found the byte 0x\(byte.hexadecimal)")
  }

  static func controlCharacter(_ byte: UInt8, at location: Location) -> Diagnostic {
    Diagnostic(
      .wrongEncoding,
      at: location,
      "expected text, found the control character U+00\(byte.hexadecimal)"
    )
  }
}

extension UInt8 {
  /// Two digits in upper case.
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
