internal import Text

/// Regular expressions as Go reads them (RE2, `regexp/syntax/parse.go`): without looking around and
/// without references back.
package enum GoRegex {
  /// Whether Go compiles an expression.
  package static func fits(_ text: String) -> Bool { GoRegexReader.read(text) != nil }

  /// Whether an expression matches the empty text as a whole.
  static func matchesNothing(_ text: String) -> Bool { GoRegexReader.read(text) ?? false }
}

/// Reads one expression from its start to its end.
private struct GoRegexReader {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var names: Set<String> = []

  /// How many groups may stand in each other.
  private static let deepest = 250

  /// Whether an expression matches the empty text; nothing where Go refuses it.
  static func read(_ text: String) -> Bool? {
    var reader = GoRegexReader(text: Array(text.unicodeScalars))
    let isEmpty = reader.alternatives()
    return reader.index == reader.text.count ? isEmpty : nil
  }

  private init(text: [Unicode.Scalar]) { self.text = text }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    index + offset < text.count ? text[index + offset] : nil
  }

  private mutating func passes(_ word: String) -> Bool {
    guard text[index...].starts(with: word.unicodeScalars) else { return false }
    index += word.unicodeScalars.count
    return true
  }

  // MARK: Parts

  private mutating func alternatives() -> Bool? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, var isEmpty = sequence() else { return nil }
    while passes("|") {
      guard let other = sequence() else { return nil }
      isEmpty = isEmpty || other
    }
    return isEmpty
  }

  private mutating func sequence() -> Bool? {
    var isEmpty = true
    while let scalar = peek(), scalar != "|", scalar != ")" {
      guard let part = repeated() else { return nil }
      isEmpty = isEmpty && part
    }
    return isEmpty
  }

  /// An atom with the one quantifier that it may have.
  private mutating func repeated() -> Bool? {
    guard let part = atom() else { return nil }
    guard let least = quantifier() else { return part }
    guard least >= 0, quantifier() == nil else { return nil }
    return part || least == 0
  }

  /// The least number of times of a quantifier, -1 for one that counts wrongly; nothing for none.
  private mutating func quantifier() -> Int? {
    var least: Int
    switch peek() {
    case "*", "?":
      least = 0
      index += 1
    case "+":
      least = 1
      index += 1
    default:
      guard let counted = counted() else { return nil }
      least = counted.fits ? counted.least : -1
      index += counted.length
    }
    _ = passes("?")
    return least
  }

  /// `{2}`, `{2,}` or `{2,3}`; nothing for a brace that is a character.
  private func counted() -> (least: Int, fits: Bool, length: Int)? {
    guard peek() == "{", let end = text[index...].firstIndex(of: "}") else { return nil }
    let words = String(String.UnicodeScalarView(text[(index + 1)..<end]))
    let parts = words.split(separator: ",", omittingEmptySubsequences: false)
    let isNumber = parts.map { part in !part.isEmpty && part.utf8.allSatisfy { $0.isDigit } }
    guard parts.count < 3, isNumber[0], isNumber.count == 1 || isNumber[1] || parts[1].isEmpty
    else { return nil }
    let least = Int(parts[0]) ?? .max
    let most = parts.count == 2 && isNumber[1] ? Int(parts[1]) ?? .max : least
    return (least, least <= most && most <= 1000, end + 1 - index)
  }

  private mutating func atom() -> Bool? {
    switch peek() {
    case "*", "+", "?": return nil
    case "(": return group()
    case "[": return characters() ? false : nil
    case "\\": return escape()
    case "^", "$":
      index += 1
      return true
    default:
      // A brace that counts has nothing before it to count.
      guard counted() == nil else { return nil }
      index += 1
      return false
    }
  }

  private mutating func group() -> Bool? {
    index += 1
    if passes("?") {
      if passes("P<") || peek() == "<" && peek(1) != "=" && peek(1) != "!" && passes("<") {
        guard name() else { return nil }
      } else if let isWhole = flags() {
        if isWhole { return true }
      } else {
        return nil
      }
    }
    guard let isEmpty = alternatives(), passes(")") else { return nil }
    return isEmpty
  }

  /// A name of letters, digits and `_` that no other group has.
  private mutating func name() -> Bool {
    guard let end = text[index...].firstIndex(of: ">") else { return false }
    let name = String(String.UnicodeScalarView(text[index..<end]))
    index = end + 1
    return !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
      } && names.insert(name).inserted
  }

  /// Flags as in `i-s`; whether they are the whole group, nothing where they are none.
  private mutating func flags() -> Bool? {
    var isOff = false
    var isOwed = false
    while let scalar = peek() {
      index += 1
      switch scalar {
      case "i", "m", "s", "U": isOwed = false
      case "-" where !isOff:
        isOff = true
        isOwed = true
      case ":", ")": return isOwed ? nil : scalar == ")"
      default: return nil
      }
    }
    return nil
  }

  // MARK: Characters

  /// An escape outside of brackets; whether it matches the empty text.
  private mutating func escape() -> Bool? {
    switch peek(1) {
    case "A", "z", "b", "B":
      index += 2
      return true
    case "Q":
      let end = (index..<text.count).first { place in
        text[place...].starts(with: "\\E".unicodeScalars)
      }
      let isEmpty = (end ?? text.count) == index + 2
      index = end.map { $0 + 2 } ?? text.count
      return isEmpty
    case "E":
      index += 2
      return true
    default: return classEscape() || character() != nil ? false : nil
    }
  }

  /// `\d` and its like, `\pL` or `\p{Greek}`.
  private mutating func classEscape() -> Bool {
    guard let letter = peek(1) else { return false }
    if "dDsSwW".unicodeScalars.contains(letter) {
      index += 2
      return true
    }
    guard letter == "p" || letter == "P", let first = peek(2) else { return false }
    if first != "{" {
      guard "CLMNPSZ".unicodeScalars.contains(first) else { return false }
      index += 3
      return true
    }
    guard let end = text[index...].firstIndex(of: "}") else { return false }
    var name = String(String.UnicodeScalarView(text[(index + 3)..<end]))
    if name.hasPrefix("^") { name.removeFirst() }
    guard !name.isEmpty, name.utf8.allSatisfy({ $0.isLetter || $0 == .underscore }) else {
      return false
    }
    index = end + 1
    return true
  }

  /// One character, written as it is or as an escape; nothing where Go has no such escape.
  private mutating func character() -> UInt32? {
    guard let scalar = peek() else { return nil }
    index += 1
    guard scalar == "\\" else { return scalar.value }
    guard let escaped = peek() else { return nil }
    index += 1
    switch escaped {
    case "a": return 7
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "v": return 11
    case "x": return hexadecimal()
    case "0"..."7":
      // A single digit above 0 is a reference back, which Go has not.
      guard escaped == "0" || peek().map({ "0"..."7" ~= $0 }) == true else { return nil }
      var value = escaped.value - 48
      for _ in 0..<2 {
        guard let digit = peek(), "0"..."7" ~= digit else { break }
        value = value * 8 + digit.value - 48
        index += 1
      }
      return value
    default:
      let isWord = escaped.properties.isAlphabetic || "0"..."9" ~= escaped
      return escaped.isASCII && !isWord ? escaped.value : nil
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    var digits = ""
    if passes("{") {
      guard let end = text[index...].firstIndex(of: "}") else { return nil }
      digits = String(String.UnicodeScalarView(text[index..<end]))
      index = end + 1
    } else {
      guard index + 2 <= text.count else { return nil }
      digits = String(String.UnicodeScalarView(text[index..<(index + 2)]))
      index += 2
    }
    guard digits.utf8.allSatisfy({ $0.isHexadecimal }) else { return nil }
    return UInt32(digits, radix: 16).flatMap { $0 <= 0x10FFFF ? $0 : nil }
  }

  /// A class in brackets, whose first `]` is a character.
  private mutating func characters() -> Bool {
    index += 1
    _ = passes("^")
    var isFirst = true
    while let scalar = peek(), scalar != "]" || isFirst {
      isFirst = false
      if scalar == "[", peek(1) == ":", let end = endOfPOSIX() {
        let name = String(String.UnicodeScalarView(text[(index + 2)..<end]))
        guard Self.classes.contains(name.hasPrefix("^") ? String(name.dropFirst()) : name) else {
          return false
        }
        index = end + 2
        continue
      }
      if scalar == "\\", classEscape() { continue }
      guard let low = character() else { return false }
      guard peek() == "-", peek(1) != nil, peek(1) != "]" else { continue }
      index += 1
      guard let high = character(), low <= high else { return false }
    }
    return passes("]")
  }

  /// Where `:]` ends a class of POSIX that begins here.
  private func endOfPOSIX() -> Int? {
    (index + 2..<max(index + 2, text.count - 1)).first { text[$0] == ":" && text[$0 + 1] == "]" }
  }

  private static let classes: Set<String> = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
    "space", "upper", "word", "xdigit",
  ]
}
