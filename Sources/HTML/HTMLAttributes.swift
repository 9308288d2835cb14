internal import Text

/// The attributes of a start tag, in order.
package struct HTMLAttributes: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// An attribute, with the places of its name and its value.
  package struct Attribute {
    package var name: Range<Int>
    /// Without quotes, as it is written; empty where the attribute has none.
    package var value: Range<Int>
  }

  package init(of tag: HTMLTag, in bytes: [UInt8]) {
    self.bytes = bytes
    index = tag.attributes.lowerBound
    end = tag.attributes.upperBound
  }

  package mutating func next() -> Attribute? {
    skip { $0.isHTMLSpace || $0 == UInt8(ascii: "/") }
    let start = index
    skip { !$0.isHTMLSpace && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
    if index == start { index = Swift.min(index + 1, end) }
    guard index > start else { return nil }
    let name = start..<index
    let afterName = index
    skip(while: \.isHTMLSpace)
    guard index < end, bytes[index] == UInt8(ascii: "=") else {
      index = afterName
      return Attribute(name: name, value: afterName..<afterName)
    }
    index += 1
    skip(while: \.isHTMLSpace)
    return Attribute(name: name, value: value())
  }

  private mutating func value() -> Range<Int> {
    guard index < end else { return end..<end }
    let quote = bytes[index]
    guard quote == .quote || quote == .apostrophe else {
      let start = index
      skip { !$0.isHTMLSpace }
      return start..<index
    }
    let start = index + 1
    index = start
    skip { $0 != quote }
    defer { index = Swift.min(index + 1, end) }
    return start..<index
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
