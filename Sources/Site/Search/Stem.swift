internal import HTML
internal import Text

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
