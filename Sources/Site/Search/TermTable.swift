internal import DocBuild

/// The distinct terms of a set, each with a number.
package struct TermTable {
  /// By their numbers.
  private(set) var terms: [ArraySlice<UInt8>] = []
  /// Whether a term is left out of the index, by its number.
  private(set) var isSilent: [Bool] = []
  private var hashes: [UInt32] = []
  /// A number plus one where a hash leads, or zero.
  private var slots = [Int32](repeating: 0, count: 1 << 12)

  /// Returns the number of a term, a new one where it is new.
  package mutating func number(of term: ArraySlice<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, terms[number].elementsEqual(term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(terms.count + 1)
    terms.append(Array(term)[...])
    isSilent.append(SearchTerms.silent.contains(term))
    hashes.append(hash)
    if terms.count * 2 > slots.count { grow() }
    return terms.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }
}
