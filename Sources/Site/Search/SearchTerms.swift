internal import DocBuild
internal import HTML
internal import Text

/// The terms by which a text is found; `search.js` cuts what readers type in the same way.
package enum SearchTerms {
  /// The length over which a term is left out, in bytes.
  static let limit = 100

  /// Calls with every term of a text, in order: names, ports, addresses and paths as a whole and by
  /// their parts, words by their stem.
  package static func each(in text: [UInt8], _ take: (ArraySlice<UInt8>) -> Void) {
    var run: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if isInRun[Int(byte)] { run.append(byte.lowercased) } else { flush(&run, take) }
        index += 1
      } else if let length = separatorLength(in: text, at: index) {
        flush(&run, take)
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
  /// U+2BFF.
  private static func separatorLength(in text: [UInt8], at index: Int) -> Int? {
    guard index + 1 < text.count else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xC2, _), (0xC3, 0x97), (0xC3, 0xB7): return 2
    case (0xE2, 0x80...0xAF): return 3
    default: return nil
    }
  }

  private static func flush(_ run: inout [UInt8], _ take: (ArraySlice<UInt8>) -> Void) {
    defer { run.removeAll(keepingCapacity: true) }
    guard !run.isEmpty else { return }
    var start = 0
    var end = run.count
    while start < end, !isPart[Int(run[start])], run[start] != UInt8(ascii: "/"),
      run[start] != UInt8(ascii: "_")
    {
      start += 1
    }
    while end > start, !isPart[Int(run[end - 1])] { end -= 1 }
    guard end > start else { return }
    if run.contains(where: { $0 >= 0x80 }) {
      let lower = Array(String(decoding: run[start..<end], as: UTF8.self).lowercased().utf8)
      return split(lower[...], take)
    }
    split(run[start..<end], take)
  }

  private static func split(_ run: ArraySlice<UInt8>, _ take: (ArraySlice<UInt8>) -> Void) {
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

/// A word without its ending, so that its forms find each other.
package enum Stem {
  /// Returns the beginning of a word of lower-case letters.
  package static func of(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > 3 else { return word }
    var stem = word
    if stem.ends(with: "s"), !stem.ends(with: "ss"), !stem.ends(with: "us"), !stem.ends(with: "is")
    {
      stem = stem.dropLast()
    }
    // `nightly`, not `family`.
    if stem.count > 5, stem.ends(with: "ly"), beforeLy.contains(stem[stem.endIndex - 3]) {
      stem = stem.dropLast(2)
    }
    for (ending, least) in endings where stem.ends(with: ending) {
      let rest = stem.dropLast(ending.utf8CodeUnitCount)
      guard rest.count >= least, rest.contains(where: isVowel) else { continue }
      stem = withoutDouble(rest)
      break
    }
    if stem.count > 4, stem.ends(with: "e") { stem = stem.dropLast() }
    if stem.count > 3, stem.ends(with: "y") || stem.ends(with: "i") { stem = stem.dropLast() }
    return stem
  }

  private static let endings: [(ending: StaticString, least: Int)] = [
    ("ation", 4), ("ate", 4), ("ment", 4), ("ion", 4), ("ing", 3), ("ed", 3),
  ]

  private static let beforeLy = Array("cdghkmnrt".utf8)

  private static func isVowel(_ byte: UInt8) -> Bool { Array("aeiouy".utf8).contains(byte) }

  private static func withoutDouble(_ stem: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard stem.count > 3, let last = stem.last, last == stem.dropLast().last,
      !Array("lsze".utf8).contains(last)
    else { return stem }
    return stem.dropLast()
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: StaticString) -> Bool {
    suffix(ending.utf8CodeUnitCount).isName(ending)
  }
}
