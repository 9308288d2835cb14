/// The pieces of a text with marks: plain text and holes.
package struct HolePieces: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private let sentinel: Sentinel
  private var index = 0

  package enum Piece {
    case text(ArraySlice<UInt8>)
    case hole(Int)
  }

  package init(_ text: [UInt8], sentinel: Sentinel) {
    self.text = text
    self.sentinel = sentinel
  }

  package mutating func next() -> Piece? {
    guard index < text.count else { return nil }
    if let hole = sentinel.index(in: text, at: index) {
      index += Sentinel.length
      return .hole(hole)
    }
    let start = index
    repeat {
      index += 1
    } while index < text.count
      && !(text[index] == Sentinel.first && sentinel.index(in: text, at: index) != nil)
    return .text(text[start..<index])
  }
}
