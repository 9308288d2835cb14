/// Writes a regular expression of ECMAScript (with its flag `u`) in the words of PCRE2.
///
/// What means something else there, such as `\s`, `\v` or `.`, is spelt out; what ECMAScript does not
/// have, such as `\Z`, `(?>…)` or `a++`, is refused. Needless escapes of signs, as in `\-`, pass.
struct PatternTranslation {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var result = ""

  /// Returns the expression in PCRE2's words; nothing where it is none of ECMAScript.
  static func translate(_ text: String) -> String? {
    var translation = PatternTranslation(text: Array(text.unicodeScalars))
    return translation.translate() ? translation.result : nil
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < text.count ? text[index + offset] : nil
  }

  private func follows(_ word: String) -> Bool { text[index...].starts(with: word.unicodeScalars) }

  private mutating func translate() -> Bool {
    while let scalar = peek() {
      switch scalar {
      case "\\": guard translateEscape(inClass: false) else { return false }
      case "[": guard translateClass() else { return false }
      case ".":
        result += "[^\\n\\r\\x{2028}\\x{2029}]"
        index += 1
      case "(": guard translateGroup() else { return false }
      case "*", "+", "?": guard translateQuantifier(1) else { return false }
      case "{":
        if let length = countedLength {
          guard translateQuantifier(length) else { return false }
        } else {
          result += "\\{"
          index += 1
        }
      case "}", "]":
        result += "\\\(scalar)"
        index += 1
      default: append(scalar)
      }
    }
    return true
  }

  /// A literal scalar; spelt by its number where it is a control character.
  private mutating func append(_ scalar: Unicode.Scalar) {
    index += 1
    result.unicodeScalars.append(scalar)
  }

  private mutating func translateGroup() -> Bool {
    guard peek(1) == "?" || peek(1) == "*" else {
      append("(")
      return true
    }
    for opening in ["(?:", "(?=", "(?!", "(?<=", "(?<!"] where follows(opening) {
      result += opening
      index += opening.unicodeScalars.count
      return true
    }
    guard follows("(?<"), let end = text[index...].firstIndex(of: ">") else { return false }
    let name = text[(index + 3)..<end]
    guard let first = name.first, first.properties.isAlphabetic || first == "_",
      name.allSatisfy({
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_"
      })
    else { return false }
    result.unicodeScalars.append(contentsOf: text[index...end])
    index = end + 1
    return true
  }

  /// The length of `{2}`, `{2,}` or `{2,3}` at this place; nothing for a brace that is a letter.
  private var countedLength: Int? {
    var place = index + 1
    var commas = 0
    while place < text.count, text[place] != "}" {
      if text[place] == "," { commas += 1 }
      guard text[place] == "," || "0"..."9" ~= text[place] else { return nil }
      place += 1
    }
    guard place < text.count, commas < 2, place > index + 1, text[index + 1] != "," else {
      return nil
    }
    return place - index + 1
  }

  private mutating func translateQuantifier(_ length: Int) -> Bool {
    result.unicodeScalars.append(contentsOf: text[index..<(index + length)])
    index += length
    if peek() == "?" { append("?") }
    // A second quantifier is an error in ECMAScript and a possessive one in PCRE2.
    return peek() != "+" && peek() != "*" && peek() != "?"
  }

  private mutating func translateClass() -> Bool {
    append("[")
    if peek() == "^" { append("^") }
    while let scalar = peek(), scalar != "]" {
      switch scalar {
      case "\\": guard translateEscape(inClass: true) else { return false }
      case "[":
        // `[[:alpha:]]` is a class of its letters, and then a bracket.
        result += "\\["
        index += 1
      default: append(scalar)
      }
    }
    guard peek() == "]" else { return false }
    append("]")
    return true
  }

  // MARK: Escapes

  private mutating func translateEscape(inClass: Bool) -> Bool {
    guard let scalar = peek(1) else { return false }
    switch scalar {
    case "d", "D", "w", "W", "n", "r", "t", "f": return take(2, as: "\\\(scalar)")
    case "b": return take(2, as: inClass ? "\\x{8}" : "\\b")
    case "B": return inClass ? false : take(2, as: "\\B")
    case "s": return take(2, as: inClass ? Self.blanks : "[\(Self.blanks)]")
    case "S": return take(2, as: inClass ? Self.others : "[^\(Self.blanks)]")
    case "v": return take(2, as: "\\x{b}")
    case "0":
      guard peek(2).map({ !("0"..."9" ~= $0) }) ?? true else { return false }
      return take(2, as: "\\x{0}")
    case "c":
      guard let letter = peek(2), letter.isASCII, letter.properties.isAlphabetic else {
        return false
      }
      return take(3, as: "\\x{\(String(letter.value & 0x1F, radix: 16))}")
    case "x": return hexadecimal(digits: 2, from: 2).map { take(4, asScalar: $0) } ?? false
    case "u": return translateUnicode()
    case "p", "P": return translateProperty()
    case "k":
      guard !inClass, peek(2) == "<", let end = text[index...].firstIndex(of: ">") else {
        return false
      }
      result.unicodeScalars.append(contentsOf: text[index...end])
      index = end + 1
      return true
    case "1"..."9":
      guard !inClass else { return false }
      index += 1
      result += "\\g{"
      while let digit = peek(), "0"..."9" ~= digit { append(digit) }
      result += "}"
      return true
    default:
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      guard !isWord else { return false }
      return take(2, as: scalar.isASCII ? "\\\(scalar)" : "\(scalar)")
    }
  }

  private mutating func take(_ length: Int, as words: String) -> Bool {
    index += length
    result += words
    return true
  }

  private mutating func take(_ length: Int, asScalar value: UInt32) -> Bool {
    take(length, as: "\\x{\(String(value, radix: 16))}")
  }

  private func hexadecimal(digits: Int, from start: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in start..<(start + digits) {
      guard let digit = peek(offset).flatMap({ Character($0).hexDigitValue }) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// `\u{1F600}`, `\u00E9` or a pair of surrogates.
  private mutating func translateUnicode() -> Bool {
    if peek(2) == "{" {
      guard let end = text[index...].firstIndex(of: "}") else { return false }
      let digits = String(String.UnicodeScalarView(text[(index + 3)..<end]))
      guard let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil else {
        return false
      }
      return take(end - index + 1, asScalar: value)
    }
    guard let unit = hexadecimal(digits: 4, from: 2) else { return false }
    if 0xD800...0xDBFF ~= unit, peek(6) == "\\", peek(7) == "u",
      let low = hexadecimal(digits: 4, from: 8), 0xDC00...0xDFFF ~= low
    {
      return take(12, asScalar: 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }
    return Unicode.Scalar(unit) == nil ? false : take(6, asScalar: unit)
  }

  /// `\p{Letter}`, `\p{Lu}`, `\p{General_Category=Letter}` or `\p{Script=Greek}`.
  private mutating func translateProperty() -> Bool {
    guard peek(2) == "{", let end = text[index...].firstIndex(of: "}") else { return false }
    let words = String(String.UnicodeScalarView(text[(index + 3)..<end]))
    let parts = words.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last, parts.count < 3, !last.isEmpty else { return false }
    let name: String
    switch parts.count == 2 ? parts[0] : "General_Category" {
    case "General_Category", "gc": name = Self.categories[last] ?? last
    case "Script", "sc", "Script_Extensions", "scx": name = last
    default: return false
    }
    let isName = name.utf8.allSatisfy { $0.isLetter || $0 == 0x5F || $0 == 0x26 }
    return isName && take(end - index + 1, as: "\\\(text[index + 1]){\(name)}")
  }

  /// ECMAScript's WhiteSpace and LineTerminator, as the inside of a class.
  private static let blanks =
    "\\x{9}-\\x{d} \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
    + "\\x{feff}"

  /// Everything else, as the inside of a class.
  private static let others =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
    + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{d7ff}"
    + "\\x{e000}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

  /// The long names of general categories, which PCRE2 knows by their letters.
  private static let categories: [String: String] = [
    "Letter": "L", "Cased_Letter": "L&", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll",
    "Titlecase_Letter": "Lt", "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M",
    "Combining_Mark": "M", "Nonspacing_Mark": "Mn", "Spacing_Mark": "Mc", "Enclosing_Mark": "Me",
    "Number": "N", "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl",
    "Other_Number": "No", "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc",
    "Dash_Punctuation": "Pd", "Open_Punctuation": "Ps", "Close_Punctuation": "Pe",
    "Initial_Punctuation": "Pi", "Final_Punctuation": "Pf", "Other_Punctuation": "Po",
    "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk",
    "Other_Symbol": "So", "Separator": "Z", "Space_Separator": "Zs", "Line_Separator": "Zl",
    "Paragraph_Separator": "Zp", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf",
    "Surrogate": "Cs", "Private_Use": "Co", "Unassigned": "Cn", "LC": "L&",
  ]
}
