/// The characters that a secret may hold.
public struct SecretAlphabet: Sendable, Hashable {
  /// Each once, in order; nothing where nobody says.
  public let characters: [Unicode.Scalar]?

  /// What a secret of which nothing is said may hold beside letters and digits, as far as no file
  /// format reads it.
  private static let undeclared: [Unicode.Scalar] = ["/", "@"]

  /// Takes characters and ranges, such as `a-z0-9_`; nothing where nobody says.
  public init(_ ranges: String?) {
    let known = ranges.map(CharacterRanges.init)
    guard let known, known.count > 0 else {
      characters = nil
      return
    }
    // A range may be all of Unicode: what matters to a file is among the first of it.
    var seen: Set<Unicode.Scalar> = []
    characters = (0..<min(known.count, 512)).map { known[$0] }.filter { seen.insert($0).inserted }
  }

  /// Returns one of the characters that a secret may hold; any where nobody says what it holds.
  public func first(of characters: [Unicode.Scalar]) -> Unicode.Scalar? {
    guard let own = self.characters else { return characters.first }
    return characters.first(where: own.contains)
  }

  /// Those that are neither letters nor digits, with `=` last, as base64 has it.
  var marks: [Unicode.Scalar] {
    let marks =
      characters?.filter { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
      ?? Self.undeclared
    return marks.filter { $0 != "=" } + marks.filter { $0 == "=" }
  }
}
