internal import Text

/// Cuts HTML into tags and texts, in order, as browsers do; any bytes are taken.
package struct HTMLScanner: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// Whether the tags that GFM does not pass on are text.
  private let isFiltered: Bool
  private var index = 0
  /// The element whose text is no markup until its own end tag.
  private var rawElement: HTMLName?

  /// A part of the HTML.
  package enum Part {
    /// Text as it is written, with its references to characters.
    case text(Range<Int>)
    case tag(HTMLTag)
    /// A comment, a declaration, an instruction.
    case other(Range<Int>, isClosed: Bool)
  }

  /// Begins at the start of a text.
  ///
  /// - Parameters:
  ///   - bytes: HTML.
  ///   - isFiltered: whether it is an author's, whose tags of ``ForbiddenTag`` are text.
  package init(_ bytes: [UInt8], isFiltered: Bool = false) {
    self.bytes = bytes
    self.isFiltered = isFiltered
  }

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
    if isFiltered, ForbiddenTag.begins(in: bytes[start...]) { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return other(from: start)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count else { return nil }
      guard bytes[start + 2].isLetter else { return other(from: start) }
      return tag(from: start, name: start + 2, isEnd: true)
    case let byte where byte.isLetter: return tag(from: start, name: start + 1, isEnd: false)
    default: return nil
    }
  }

  private mutating func tag(from start: Int, name: Int, isEnd: Bool) -> Part {
    let nameEnd = bytes[name...].firstIndex(where: \.endsTagName) ?? bytes.count
    var attributes = HTMLAttributes(bytes, from: nameEnd, to: bytes.count)
    while attributes.next() != nil {}
    let close = attributes.index
    index = Swift.min(close + 1, bytes.count)
    let found = HTMLTag(
      name: HTMLName(bytes[name..<nameEnd]),
      isEnd: isEnd,
      range: start..<index,
      nameRange: name..<nameEnd,
      attributes: nameEnd..<close
    )
    if !isEnd, HTMLName.raw.contains(found.name) { rawElement = found.name }
    return .tag(found)
  }

  private mutating func other(from start: Int) -> Part {
    let end =
      bytes[start...].starts(with: "<!--".utf8)
      ? endOfComment(from: start + 4)
      : bytes[start...].firstIndex(of: .greaterThan).map { $0 + 1 }
    index = end ?? bytes.count
    return .other(start..<index, isClosed: end != nil)
  }

  /// A comment ends with `-->` or `--!>`; `<!-->` and `<!--->` are whole ones.
  private func endOfComment(from start: Int) -> Int? {
    for head in [">", "->"] where bytes[start...].starts(with: head.utf8) {
      return start + head.utf8.count
    }
    var place = start
    while let hyphen = bytes[place...].firstIndex(of: .hyphen) {
      let rest = bytes[hyphen...]
      if rest.starts(with: "-->".utf8) { return hyphen + 3 }
      if rest.starts(with: "--!>".utf8) { return hyphen + 4 }
      place = hyphen + 1
    }
    return nil
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
  package var nameRange: Range<Int>
  /// Between the name and the `>`.
  package var attributes: Range<Int>
  /// Whether the `>` is there.
  package var isClosed: Bool { attributes.upperBound < range.upperBound }
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
  package static let raw: Set<HTMLName> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]
}

extension UInt8 {
  package var isHTMLSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }

  var endsTagName: Bool {
    isHTMLSpace || self == .greaterThan || self == UInt8(ascii: "/")
  }
}
