extension ValueType {
  /// Returns a text of a secret's shape that replaces it while snippets are checked.
  ///
  /// The same seed always gives the same text; unless a charset says
  /// otherwise it begins with a letter, so that no YAML reader takes it for a number.
  ///
  /// - Parameter seed: the key of the secret.
  /// - Returns: 64 characters, or as many as the length of the type allows.
  public func fake(seed: String) -> String {
    let letters = Array("abcdef".utf8)
    let digits = Array("0123456789abcdef".utf8)
    let allowed = charset.map(CharacterRanges.init)
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in seed.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    let count = Swift.max(minLength ?? 0, Swift.min(maxLength ?? 64, 64))
    var text: [UInt8] = []
    for index in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(state >> 33)
      text.append(index == 0 ? letters[pick % letters.count] : digits[pick % digits.count])
    }
    guard let allowed, allowed.count > 0 else { return String(decoding: text, as: UTF8.self) }
    // The seed's own characters pick from those that the declaration allows.
    return String(
      String.UnicodeScalarView(text.map { allowed[Int($0)] })
    )
  }
}
