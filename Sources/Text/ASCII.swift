extension UInt8 {
  /// Whether it is a space or a tab.
  @inlinable package var isBlank: Bool { self == .space || self == .tab }

  /// Whether it is one of the ten digits.
  @inlinable package var isDigit: Bool { 48...57 ~= self }

  /// Whether it is a lower-case letter of ASCII.
  @inlinable package var isLower: Bool { 97...122 ~= self }

  /// Whether it is an upper-case letter of ASCII.
  @inlinable package var isUpper: Bool { 65...90 ~= self }

  /// Whether it is a letter of ASCII.
  @inlinable package var isLetter: Bool { 97...122 ~= self | 0x20 }

  /// Whether it is a letter or a digit of ASCII.
  @inlinable package var isLetterOrDigit: Bool { isLetter || isDigit }

  /// Whether it is a hexadecimal digit, in either case.
  @inlinable package var isHexadecimal: Bool { isDigit || 97...102 ~= self | 0x20 }

  /// Whether it can be in the name of a variable: a letter, a digit or `_`.
  @inlinable package var isNameByte: Bool { isLetterOrDigit || self == .underscore }

  /// An upper-case letter of ASCII in lower case; other bytes as they are.
  @inlinable package var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

extension Sequence<UInt8> {
  /// The text of the bytes; replacement characters stand for what is not UTF-8.
  package var text: String { String(decoding: Array(self), as: UTF8.self) }
}
