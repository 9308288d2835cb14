/// What an expression knows about a value.
public struct Binding: Sendable, Hashable {
  /// The value, or what stands in for it.
  public var value: Value
  /// The kind of the value, or of each element of a list.
  public var kind: ValueType.Kind
  /// What readers see instead while it is open.
  public var placeholder: String?
  /// Whether a customer has still to give it, or one that it was made from.
  public var isOpen: Bool

  /// Creates a binding.
  public init(
    value: Value,
    kind: ValueType.Kind,
    placeholder: String? = nil,
    isOpen: Bool = false
  ) {
    self.value = value
    self.kind = kind
    self.placeholder = placeholder
    self.isOpen = isOpen
  }
}

/// Why an expression cannot be read or computed.
public struct ExpressionMistake: Error, Sendable, Hashable {
  /// One sentence that says what was expected.
  public var message: String
  /// The place in the text of the expression, in UTF-8 bytes.
  public var range: Range<Int>

  /// Creates a mistake.
  public init(_ message: String, at range: Range<Int>) {
    self.message = message
    self.range = range
  }
}
