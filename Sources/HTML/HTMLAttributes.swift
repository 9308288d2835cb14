internal import Text

/// The attributes of a start tag, in order, read as browsers do (WHATWG HTML §13.2.5).
package struct HTMLAttributes: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  /// Where the next attribute is looked for; after the last, the `>` of the tag or the end.
  private(set) var index: Int

  /// An attribute, with the places of its name and its value.
  package struct Attribute {
    package var name: Range<Int>
    /// Without quotes, as it is written; empty where the attribute has none.
    package var value: Range<Int>
    /// The quote around the value, if there is one.
    package var quote: UInt8?
  }

  package init(of tag: HTMLTag, in bytes: [UInt8]) {
    self.init(bytes, from: tag.attributes.lowerBound, to: tag.attributes.upperBound)
  }

  /// Begins behind the name of a tag.
  init(_ bytes: [UInt8], from index: Int, to end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  package mutating func next() -> Attribute? {
    skip { $0.isHTMLSpace || $0 == UInt8(ascii: "/") }
    guard index < end, bytes[index] != .greaterThan else { return nil }
    let start = index
    // A `=` here belongs to the name.
    index += 1
    skip {
      !$0.isHTMLSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") && $0 != .greaterThan
    }
    let name = start..<index
    let afterName = index
    skip(while: \.isHTMLSpace)
    guard index < end, bytes[index] == UInt8(ascii: "=") else {
      index = afterName
      return Attribute(name: name, value: afterName..<afterName)
    }
    index += 1
    skip(while: \.isHTMLSpace)
    return value(of: name)
  }

  private mutating func value(of name: Range<Int>) -> Attribute {
    guard index < end else { return Attribute(name: name, value: end..<end) }
    let quote = bytes[index]
    guard quote == .quote || quote == .apostrophe else {
      let start = index
      skip { !$0.isHTMLSpace && $0 != .greaterThan }
      return Attribute(name: name, value: start..<index)
    }
    let start = index + 1
    index = start
    skip { $0 != quote }
    defer { index = Swift.min(index + 1, end) }
    return Attribute(name: name, value: start..<index, quote: quote)
  }

  private mutating func skip(while matches: (UInt8) -> Bool) {
    while index < end, matches(bytes[index]) { index += 1 }
  }
}

extension HTMLTag {
  /// Returns the value of an attribute as it is written; nothing where the tag does not have it.
  package func value(of name: StaticString, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    for attribute in HTMLAttributes(of: self, in: bytes)
    where bytes[attribute.name].isName(name) {
      return bytes[attribute.value]
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are a name, in upper or lower case.
  package func isName(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { wanted in
      unsafe zip(self, wanted).allSatisfy { $0.lowercased == $1 }
    }
  }
}
