internal import Text

/// A piece of HTML in which places are left for values.
package struct HTMLWithHoles: Hashable, Sendable {
  /// The HTML without the values.
  package var bytes: [UInt8] = []
  /// The places, in the order of their offsets.
  package var places: [Place] = []

  /// Creates HTML without anything in it.
  package init() {}

  /// A place for a value.
  package struct Place: Hashable, Sendable {
    /// Where it goes, in bytes of the HTML.
    package var offset: Int
    /// What goes there.
    package var slot: Slot
  }

  /// What goes to a place.
  package enum Slot: Hashable, Sendable {
    /// The value of a hole of the chapter.
    case value(hole: Int, Context)
    /// What is to be said about the holes of a block of code.
    case legend([Int])
  }

  /// What surrounds a value, which decides how it is escaped and whether it is marked.
  package enum Context: Hashable, Sendable {
    /// Running text: the value is escaped and marked.
    case text
    /// Code: as in text, without a remark behind it.
    case code
    /// A link, a heading or a label: as in code, but no link can stand inside.
    case label
    /// The value of an attribute: escaped, not marked.
    case attribute
    /// Part of an address: percent-encoded and escaped.
    case address
  }

  /// Appends text of the program's own that needs no escape.
  @inlinable
  package mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes in unsafe self.bytes.append(contentsOf: bytes) }
  }

  /// Appends HTML as it is.
  @inlinable
  package mutating func append(raw text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// Appends text with what HTML would misread escaped.
  @inlinable
  package mutating func append(escaping text: some Sequence<UInt8>) {
    for byte in text { HTMLEscape.text(byte, into: &bytes) }
  }

  /// Leaves a place.
  @inlinable
  package mutating func append(_ slot: Slot) {
    places.append(Place(offset: bytes.count, slot: slot))
  }

  /// Starts a new line unless one was just started.
  @inlinable
  package mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }
}

/// How characters are written where HTML or an address would read them as markup.
package enum HTMLEscape {
  /// Appends a byte of text or of an attribute's value.
  @inlinable @inline(__always)
  package static func text(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
    default: out.append(byte)
    }
  }

  /// Appends a byte of an address that stands in an attribute, as libcmark does.
  package static func address(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): out += Array("&amp;".utf8)
    case UInt8(ascii: "'"): out += Array("&#x27;".utf8)
    case _ where isPlainInAddress[Int(byte)]: out.append(byte)
    default:
      out.append(UInt8(ascii: "%"))
      out.append(hexDigits[Int(byte >> 4)])
      out.append(hexDigits[Int(byte & 15)])
    }
  }

  /// Returns the value of an attribute, escaped for quotes of either kind.
  package static func attribute(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { out += "&#39;".utf8 } else { self.text(byte, into: &out) }
    }
    return out
  }

  /// Returns a text escaped for HTML.
  package static func text(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in text.utf8 { self.text(byte, into: &out) }
    return out
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static let isPlainInAddress: [Bool] = (0..<256).map { byte in
    let byte = UInt8(byte)
    return byte.isLower || byte.isUpper || byte.isDigit
      || Array("-_.+!*(),%#@?=;:/$~".utf8).contains(byte)
  }
}
