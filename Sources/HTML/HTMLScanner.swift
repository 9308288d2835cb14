internal import Text

/// Cuts HTML into tags and texts, in order; any bytes are taken.
package struct HTMLScanner: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 0
  /// The element whose text is no markup until its own end tag.
  private var rawElement: HTMLName?

  /// A part of the HTML.
  package enum Part {
    /// Text as it is written, with its references to characters.
    case text(Range<Int>)
    case tag(HTMLTag)
    /// A comment, a declaration, an instruction.
    case other(Range<Int>)
  }

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func next() -> Part? {
    guard index < bytes.count else { return nil }
    let start = index
    if let raw = rawElement {
      rawElement = nil
      index = end(of: raw, from: start)
      if index > start { return .text(start..<index) }
    }
    if bytes[start] == .lessThan, let part = markup(at: start) { return part }
    index = bytes[(start + 1)...].firstIndex(of: .lessThan) ?? bytes.count
    return .text(start..<index)
  }

  /// Reads what begins with `<`; nothing where that is text.
  private mutating func markup(at start: Int) -> Part? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      index = endOfOther(at: start)
      return .other(start..<index)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count, bytes[start + 2].isLetter else { return nil }
      return tag(from: start, name: start + 2, isEnd: true)
    case let byte where byte.isLetter: return tag(from: start, name: start + 1, isEnd: false)
    default: return nil
    }
  }

  private mutating func tag(from start: Int, name: Int, isEnd: Bool) -> Part {
    var place = name
    while place < bytes.count, !bytes[place].endsTagName { place += 1 }
    let nameEnd = place
    var quote: UInt8?
    var isAfterEquals = false
    while place < bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == .greaterThan {
        break
      } else if byte == .quote || byte == .apostrophe {
        if isAfterEquals { quote = byte }
      }
      if !byte.isHTMLSpace { isAfterEquals = byte == UInt8(ascii: "=") }
      place += 1
    }
    index = Swift.min(place + 1, bytes.count)
    let found = HTMLTag(
      name: HTMLName(bytes[name..<nameEnd]),
      isEnd: isEnd,
      range: start..<index,
      attributes: nameEnd..<Swift.min(place, bytes.count)
    )
    if !isEnd, HTMLName.raw.contains(found.name) { rawElement = found.name }
    return .tag(found)
  }

  private func endOfOther(at start: Int) -> Int {
    if bytes[start...].starts(with: Array("<!--".utf8)) {
      var place = start + 4
      while place + 2 < bytes.count {
        if bytes[place] == .hyphen, bytes[place + 1] == .hyphen, bytes[place + 2] == .greaterThan {
          return place + 3
        }
        place += 1
      }
      return bytes.count
    }
    return bytes[start...].firstIndex(of: .greaterThan).map { $0 + 1 } ?? bytes.count
  }

  /// Where the end tag of an element with raw text begins.
  private func end(of element: HTMLName, from start: Int) -> Int {
    var place = start
    while let open = bytes[place...].firstIndex(of: .lessThan) {
      let name = open + 2
      guard name < bytes.count else { break }
      if bytes[open + 1] == UInt8(ascii: "/") {
        let word = bytes[name...].prefix { !$0.endsTagName }
        if HTMLName(word) == element { return open }
      }
      place = open + 1
    }
    return bytes.count
  }
}

/// A start or an end tag.
package struct HTMLTag {
  package var name: HTMLName
  package var isEnd: Bool
  /// With its angle brackets.
  package var range: Range<Int>
  /// Between the name and the `>`.
  package var attributes: Range<Int>
}

/// The name of an element in lower case, by its first eight letters, which tell all of them apart.
package struct HTMLName: Hashable, ExpressibleByStringLiteral {
  private let letters: UInt64

  package init(_ name: some Sequence<UInt8>) {
    var letters: UInt64 = 0
    for byte in name.prefix(8) { letters = letters << 8 | UInt64(byte.lowercased) }
    self.letters = letters
  }

  package init(stringLiteral name: String) { self.init(name.utf8) }

  /// The elements whose text is no markup.
  package static let raw: Set<HTMLName> = ["script", "style", "textarea", "title"]
}

extension UInt8 {
  package var isHTMLSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }

  fileprivate var endsTagName: Bool {
    isHTMLSpace || self == .greaterThan || self == UInt8(ascii: "/")
  }
}
