/// A value as a program reads it from a snippet: JSON's data model, with the place of every part.
package struct TypedValue: Sendable {
  package var content: Content
  /// In bytes of the text that it was read from.
  package var range: Range<Int>
  /// The text of a scalar that is written without quotes, whatever its reader takes it for; nothing
  /// for other values.
  package var plain: String?

  package indirect enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([TypedValue])
    case object([Member])
  }

  /// A key of an object with its value; keys stand once.
  package struct Member: Sendable {
    package var key: String
    package var keyRange: Range<Int>
    package var value: TypedValue

    /// Creates a member.
    package init(key: String, keyRange: Range<Int>, value: TypedValue) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// A type of JSON Schema.
  package enum Kind: String, Sendable, CaseIterable {
    case null
    case boolean
    case integer
    case number
    case string
    case array
    case object
  }

  package init(_ content: Content, at range: Range<Int>, plain: String? = nil) {
    self.content = content
    self.range = range
    self.plain = plain
  }

  /// The narrowest type: `integer` for a number without a fraction, however it is written.
  package var kind: Kind {
    switch content {
    case .null: .null
    case .bool: .boolean
    case .number(let number): number.rounded() == number ? .integer : .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The members of an object; none for other values.
  package var members: [Member] { if case .object(let members) = content { members } else { [] } }

  /// The elements of an array; none for other values.
  package var elements: [TypedValue] {
    if case .array(let elements) = content { elements } else { [] }
  }

  /// The text of a string; nothing for other values.
  package var string: String? { if case .string(let text) = content { text } else { nil } }

  /// The number; nothing for other values.
  package var number: Double? { if case .number(let number) = content { number } else { nil } }

  /// The truth; nothing for other values.
  package var bool: Bool? { if case .bool(let isTrue) = content { isTrue } else { nil } }

  /// Whether it is an object.
  package var isObject: Bool { if case .object = content { true } else { false } }

  /// Whether it is an array.
  package var isArray: Bool { if case .array = content { true } else { false } }

  /// Returns the value of a key of an object.
  package subscript(_ key: String) -> TypedValue? { member(key)?.value }

  /// Returns a member of an object with the place of its key.
  package func member(_ key: String) -> Member? { members.first { $0.key == key } }

  /// Returns the value with mappings around it, so that it stands where a path says.
  ///
  /// The mappings have no place in the text: their ranges are empty, and a failure there is about
  /// what the snippet does not show.
  package func standing(at path: [String]) -> TypedValue {
    path.reversed().reduce(self) { inner, key in
      let member = Member(key: key, keyRange: 0..<0, value: inner)
      return TypedValue(.object([member]), at: 0..<0)
    }
  }

  /// Returns the range of the deepest mapping that holds a range; nothing where none does.
  package func innermostMapping(around inner: Range<Int>) -> Range<Int>? {
    let parts = elements + members.map(\.value)
    let deeper = parts.lazy.filter {
      $0.range.lowerBound <= inner.lowerBound && inner.upperBound <= $0.range.upperBound
        || $0.range == 0..<0
    }.compactMap { $0.innermostMapping(around: inner) }.first
    return deeper ?? (isObject && range.lowerBound <= inner.lowerBound ? range : nil)
  }

  /// Returns the places of the keys whose values are mappings at some ranges.
  package func keyRanges(where holds: (Range<Int>) -> Bool) -> Set<Range<Int>> {
    Set(
      mappings.flatMap(\.members).filter { $0.value.isObject && holds($0.value.range) }
        .map(\.keyRange)
    )
  }

  /// Every mapping in the value, itself included, each before those inside.
  package var mappings: [TypedValue] {
    (isObject ? [self] : []) + (elements + members.map(\.value)).flatMap(\.mappings)
  }

  /// The text of a scalar as messages show it.
  package var shown: String {
    switch content {
    case .null: "null"
    case .bool(let isTrue): String(isTrue)
    case .number(let number): Self.text(of: number)
    case .string(let text): text
    case .array: "a list"
    case .object: "a mapping"
    }
  }

  /// A number without the fraction `.0`.
  package static func text(of number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension TypedValue: Hashable {
  /// Equal as JSON values: 1 and 1.0 are, 1 and true are not, members have no order.
  package static func == (left: TypedValue, right: TypedValue) -> Bool {
    switch (left.content, right.content) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && a.allSatisfy { member in right[member.key] == member.value }
    default: false
    }
  }

  /// Hashes what counts for equality: neither places nor the order of members.
  package func hash(into hasher: inout Hasher) {
    switch content {
    case .null: hasher.combine(0)
    case .bool(let isTrue): hasher.combine(isTrue)
    case .number(let number): hasher.combine(number)
    case .string(let text): hasher.combine(text)
    case .array(let elements): hasher.combine(elements)
    case .object(let members):
      var sum = 0
      for member in members {
        var inner = Hasher()
        inner.combine(member.key)
        inner.combine(member.value)
        sum ^= inner.finalize()
      }
      hasher.combine(sum)
    }
  }
}
