internal import Text

/// What somebody meant who wrote something that is almost a placeholder.
struct MeantPlaceholder: Equatable {
  /// The key in its right form; it need not be declared.
  var key: String
  /// What is behind the key, in the form of a hint; nothing where that is something else.
  var hint: String?
  /// Whether there is more behind the key than a hint.
  var hasRest = false

  /// Reads what is between angle brackets.
  ///
  /// Letters in upper case, hyphens, other separators than the dot, spaces of any kind and full-width
  /// characters are put right.
  ///
  /// - Returns: nothing where no key can be meant.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = Self.plain(String(decoding: bytes, as: UTF8.self))[...]
    func takeName(_ isName: (Unicode.Scalar) -> Bool) -> String {
      let name = rest.prefix(while: isName)
      rest = rest.dropFirst(name.count)
      return name.map { String($0).lowercased() }.joined()
    }
    func skipSpaces() -> Bool {
      let count = rest.prefix { $0 == " " }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    _ = skipSpaces()
    guard let first = rest.first, first.isASCIILetter else { return nil }
    key = takeName(\.isASCIILetterOrDigit)
    let isSpaced = skipSpaces()
    if let separator = rest.first, ".-_/:".unicodeScalars.contains(separator) {
      rest = rest.dropFirst()
    } else if !isSpaced {
      return nil
    }
    _ = skipSpaces()
    let name = takeName { $0.isASCIILetterOrDigit || $0 == "_" || $0 == "-" }
    guard !name.isEmpty else { return nil }
    key += "." + name.replacing("-", with: "_")
    while let dot = rest.firstIndex(where: { $0 != " " }), rest[dot] == ".",
      let next = rest[dot...].dropFirst().first(where: { $0 != " " }), next.isASCIILetterOrDigit
    {
      rest = rest[dot...].dropFirst()
      _ = skipSpaces()
      key += "." + takeName { $0.isASCIILetterOrDigit || $0 == "_" }
    }
    rest = rest.drop { " ,|:;=".unicodeScalars.contains($0) }
    while rest.last == " " { rest.removeLast() }
    guard !rest.isEmpty else { return }
    let isHint = rest.allSatisfy { $0.isASCIILetterOrDigit || $0 == "_" || $0 == "-" }
    if isHint {
      hint = rest.map { $0 == "-" ? "_" : String($0).uppercased() }.joined()
    } else {
      hasRest = true
    }
  }

  /// The scalars of a text with one kind of space, without what nobody sees, in half width.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x200B...0x200D, 0x2060, 0xFEFF, 0xAD: nil
      case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
      default: scalar
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { isASCII && UInt8(value).isLetter }
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && UInt8(value).isLetterOrDigit }
}
