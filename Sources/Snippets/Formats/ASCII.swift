extension UInt8 {
  /// Whether it is a blank or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it is one of the ten digits.
  var isDigit: Bool { 48...57 ~= self }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { 97...122 ~= self | 0x20 }

  /// Whether it is a hexadecimal digit.
  var isHexadecimal: Bool { isDigit || 97...102 ~= self | 0x20 }

  /// Whether it can stand in the name of a variable of the shell: a letter, a digit or `_`.
  var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}

extension Sequence<UInt8> {
  /// The text of the bytes; what is no UTF-8 is shown as a replacement character.
  var text: String { String(decoding: Array(self), as: UTF8.self) }
}
