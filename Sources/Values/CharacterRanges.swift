/// The characters that a text may be made of, written as in `a-z0-9_`.
struct CharacterRanges {
  /// Every character, in the order in which it is written.
  let characters: [Unicode.Scalar]

  /// Reads single characters and ranges; a `-` at either end stands for itself.
  init(_ text: String) {
    var characters: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let first = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == "-", first <= scalars[index + 2] {
        let range = first.value...scalars[index + 2].value
        characters += range.compactMap(Unicode.Scalar.init)
        index += 3
      } else {
        characters.append(first)
        index += 1
      }
    }
    self.characters = characters
  }

  /// Whether a text has no other character.
  func contains(_ text: String) -> Bool {
    let allowed = Set(characters)
    return text.unicodeScalars.allSatisfy(allowed.contains)
  }
}
