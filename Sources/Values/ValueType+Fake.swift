extension ValueType {
  /// Returns a text of a secret's shape that replaces it while snippets are checked.
  ///
  /// The same seed always gives the same text. It has every mark that the secret may hold, as far as
  /// its length allows, and begins with a letter where it may hold one, so that no YAML reader takes
  /// it for a number.
  ///
  /// - Parameters:
  ///   - seed: the key of the secret.
  ///   - alphabet: the characters that it may hold.
  /// - Returns: 64 characters, or as many as the length of the type allows.
  public func fake(seed: String, of alphabet: SecretAlphabet) -> String {
    let all = alphabet.characters ?? Array("0123456789abcdef".unicodeScalars)
    let marks = alphabet.marks
    let plain = all.filter { !marks.contains($0) }
    let letters = plain.filter { $0.properties.isAlphabetic }
    let others = plain.isEmpty ? all : plain
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let count = Swift.max(minLength ?? 0, Swift.min(maxLength ?? 64, 64))
    var text = String.UnicodeScalarView()
    for index in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let known = index == 0 && !letters.isEmpty ? letters : others
      // Every third one is a mark, until all have been.
      let mark = index % 3 == 2 && index / 3 < marks.count ? marks[index / 3] : nil
      text.append(mark ?? known[Int(state >> 33) % known.count])
    }
    return String(text)
  }
}
