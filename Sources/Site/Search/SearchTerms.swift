internal import DocBuild
internal import Text

/// The terms by which a text is found; `search-find.js` cuts what readers type in the same way.
package enum SearchTerms {
  /// The length over which a term is left out, in bytes.
  static let limit = 100

  /// Calls with every term of a text, in order: names, ports, addresses and paths as a whole and by
  /// their parts, words by their stem, pairs of characters of what is written without spaces.
  package static func each(in text: [UInt8], _ take: (ArraySlice<UInt8>) -> Void) {
    var run: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if isInRun[Int(byte)] || (byte == UInt8(ascii: "#") && isLetter(run)) {
          run.append(byte)
        } else {
          flush(&run, take)
        }
        index += 1
      } else if let (length, isSilent) = separator(in: text, at: index) {
        if !isSilent { flush(&run, take) }
        index += length
      } else {
        run.append(byte)
        index += 1
      }
    }
    flush(&run, take)
  }

  /// Letters, digits and what joins them within a name, an address or a path.
  private static let isInRun: [Bool] = (0..<128).map { byte in
    let byte = UInt8(byte)
    return byte.isLetter || byte.isDigit || isJoiner(byte)
  }

  private static func isJoiner(_ byte: UInt8) -> Bool {
    Array("_-./:@+*~%".utf8).contains(byte)
  }

  private static let isPart: [Bool] = (0..<256).map { byte in
    let byte = UInt8(byte)
    return byte >= 0x80 || byte.isLetter || byte.isDigit
  }

  /// The length of a character that is no letter: U+0080 to U+00BF, U+00D7, U+00F7, U+2000 to
  /// U+2BFF; and whether it shows nothing, so that it parts no word.
  private static func separator(
    in text: [UInt8],
    at index: Int
  ) -> (length: Int, isSilent: Bool)? {
    guard index + 1 < text.count else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xC2, let second): return (2, second == 0xAD)
    case (0xC3, 0x97), (0xC3, 0xB7): return (2, false)
    case (0xE2, 0x80...0xAF):
      let third = index + 2 < text.count ? text[index + 2] : 0
      return (3, text[index + 1] == 0x80 && (third == 0x8C || third == 0x8D))
    default: return nil
    }
  }

  private static func isLetter(_ run: [UInt8]) -> Bool { run.count == 1 && run[0].isLetter }

  private static func flush(_ run: inout [UInt8], _ take: (ArraySlice<UInt8>) -> Void) {
    defer { run.removeAll(keepingCapacity: true) }
    guard !run.isEmpty else { return }
    guard run.allSatisfy({ $0 < 0x80 }) else {
      return DenseText.each(in: Folding.folded(run[...]), pair: take) { split($0, take) }
    }
    let lower = run.map(\.lowercased)
    if isLanguage(lower) { return take(lower[...]) }
    // `R`, as the name of something; `a` is a word that tells nothing.
    if run.count == 1, run[0].isUpper, lower[0] != UInt8(ascii: "a"), lower[0] != UInt8(ascii: "i")
    {
      return take(lower[...])
    }
    split(lower[...], take)
    for part in HumpedName.parts(of: run) { word(lower[part], take) }
  }

  /// Whether a run is the name of a language such as `c++` or `c#`.
  private static func isLanguage(_ run: [UInt8]) -> Bool {
    let letters = run.prefix { $0.isLetter }
    guard 1...3 ~= letters.count else { return false }
    let rest = run[letters.endIndex...]
    return rest.elementsEqual("++".utf8) || rest.elementsEqual("#".utf8)
  }

  /// Takes a run in lower case as a whole and by its parts.
  private static func split(_ run: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>) -> Void) {
    var start = run.startIndex
    var end = run.endIndex
    while start < end, !isPart[Int(run[start])], run[start] != UInt8(ascii: "/"),
      run[start] != UInt8(ascii: "_")
    {
      start += 1
    }
    while end > start, !isPart[Int(run[end - 1])] { end -= 1 }
    let run = run[start..<end]
    guard run.contains(where: { !isPart[Int($0)] }) else { return word(run, take) }
    if !isHyphenated(run), run.count <= limit {
      take(run)
      if let name = fileName(run) { take(name) }
    }
    // An address is found by what it begins with; its numbers alone say nothing.
    let isNumeric = run.allSatisfy { $0.isDigit || isJoiner($0) }
    for part in run.split(whereSeparator: { byte in
      !isPart[Int(byte)] && !(isNumeric && byte == UInt8(ascii: "."))
    }) where part.count < run.count {
      if isNumeric { take(part) } else { word(part, take) }
    }
  }

  /// The last part of a path, where it is a name of several parts, such as `config.yml`.
  private static func fileName(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let slash = run.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let name = run[(slash + 1)...].drop { !isPart[Int($0)] }
    return name.contains { !isPart[Int($0)] } && !name.allSatisfy { $0.isDigit || isJoiner($0) }
      ? name : nil
  }

  /// Whether a run is words with hyphens between, such as `read-only`.
  private static func isHyphenated(_ run: ArraySlice<UInt8>) -> Bool {
    run.allSatisfy { $0 == .hyphen || $0.isLower || $0 >= 0x80 }
  }

  private static func word(_ word: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>) -> Void) {
    guard word.count > 1, word.count <= limit, !isDigest(word) else { return }
    take(word.allSatisfy(\.isLower) ? Stem.of(word) : word)
  }

  private static func isDigest(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 32
      && word.allSatisfy { $0.isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 }
  }

  /// The stems of words that tell no section from another.
  static let silent: Set<ArraySlice<UInt8>> = Set(
    """
    all an and any are as at be been but by can could did do does every for from get had has \
    have how if in into is it its many may me more much must my need no not of on one only or \
    our should so some than that the their them then there these they this to use used want was \
    we were what when where which who why will with would you your
    """.split(separator: " ").map { Stem.of(Array($0.utf8)[...]) }
  )
}

/// A name whose words begin with capitals, such as `setTimeout`.
private enum HumpedName {
  /// Returns the words of such a name, in bytes of the run; none for other runs.
  static func parts(of run: [UInt8]) -> [Range<Int>] {
    var starts = [0]
    for index in run.indices.dropFirst() where run[index].isUpper && run[index - 1].isLower {
      starts.append(index)
    }
    guard starts.count > 1 else { return [] }
    let ends = starts.dropFirst() + [run.count]
    return zip(starts, ends).map { start, end in
      // What joins names around it ends a word, too.
      var range = start..<end
      if let joiner = run[range].lastIndex(where: { !$0.isLetter && !$0.isDigit }) {
        range = joiner + 1 == end ? start..<joiner : joiner + 1..<end
      }
      return range
    }
    .filter { $0.count > 2 }
  }
}
