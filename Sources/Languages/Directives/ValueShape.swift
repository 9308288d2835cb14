internal import Text
internal import Values

/// What one word after a directive may be.
package struct ValueShape: Sendable {
  /// What is expected, as the end of a sentence.
  package let expected: String
  /// The only words allowed, where they can be listed.
  package let choices: [String]
  /// Whether a word has the shape.
  package let fits: @Sendable (String) -> Bool

  package init(
    _ expected: String,
    choices: [String] = [],
    fits: @escaping @Sendable (String) -> Bool
  ) {
    self.expected = expected
    self.choices = choices
    self.fits = fits
  }

  /// Any word.
  package static let text = ValueShape("a value") { _ in true }

  /// A whole number within bounds, as decimal digits with an optional sign.
  package static func integer(
    _ bounds: ClosedRange<Int>,
    called noun: String = "a number"
  ) -> ValueShape {
    let expected =
      switch (bounds.lowerBound, bounds.upperBound) {
      case (...0, 2_147_483_647...): noun
      case (let low, 2_147_483_647...): "\(noun) of at least \(low)"
      case (let low, let high): "\(noun) between \(low) and \(high)"
      }
    return ValueShape(expected) { text in integer(in: text).map(bounds.contains) ?? false }
  }

  /// One of a few words.
  package static func choice(of words: [String], ignoringCase: Bool) -> ValueShape {
    let folded = Set(ignoringCase ? words.map { $0.lowercased() } : words)
    return ValueShape(list(words), choices: words) { text in
      folded.contains(ignoringCase ? text.lowercased() : text)
    }
  }

  /// `` `a`, `b` or `c` ``.
  package static func list(_ words: [String]) -> String {
    either(words.map { $0.isEmpty ? "nothing" : "`\($0)`" })
  }

  /// `a, b or c`.
  package static func either(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Returns the number that decimal digits with an optional sign are.
  package static func integer(in text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }

  /// Whether a text is an IPv4 or IPv6 address.
  package static func isAddress(_ text: String) -> Bool {
    IPv4Address(text) != nil || (text.contains(":") && IPv6Address(text) != nil)
  }
}

extension ValueShape {
  /// The shapes that tables of directives name, beside those with parameters.
  private static let named: [String: ValueShape] = [
    "text": text,
    "path": ValueShape("the path of a file") { !$0.isEmpty },
    "decimal": ValueShape("a number such as `2` or `0.5`") { text in
      (Double(text) ?? -1) >= 0 && text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    },
    "interface": ValueShape("the name of an interface, at most 15 bytes") { text in
      1...15 ~= text.utf8.count && !text.contains("/")
    },
    "port": integer(1...65535, called: "a port"),
    "address": ValueShape("an address such as `10.20.0.10`", fits: isAddress),
    "ipv4": ValueShape("an IPv4 address such as `10.20.0.10`") { IPv4Address($0) != nil },
    "ipv6": ValueShape("an IPv6 address such as `fd00::10`") { IPv6Address($0) != nil },
  ]

  /// Reads a shape as a table writes it: a name, `int:LOW..HIGH` with either end left out, or words
  /// with `|` between them.
  ///
  /// - Parameters:
  ///   - text: the shape.
  ///   - shapes: of the table's own program, by name.
  ///   - ignoringCase: whether the program takes words in capitals, too.
  /// - Returns: nothing for a name that there is not.
  package static func read(
    _ text: String,
    beside shapes: [String: ValueShape],
    ignoringCase: Bool
  ) -> ValueShape? {
    if let shape = shapes[text] ?? named[text] { return shape }
    if text.contains("|") || text.hasPrefix("=") {
      let words = text.drop { $0 == "=" }.split(separator: "|").map(String.init)
      return choice(of: words, ignoringCase: ignoringCase)
    }
    guard text.hasPrefix("int") else { return nil }
    guard let colon = text.firstIndex(of: ":") else { return integer(Int.min...Int.max) }
    let ends = text[text.index(after: colon)...].split(
      separator: "..",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard ends.count == 2 else { return nil }
    let (low, high) = (Int(ends[0]) ?? Int.min, Int(ends[1]) ?? Int.max)
    return low <= high ? integer(low...high) : nil
  }
}
