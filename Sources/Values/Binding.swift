/// What an expression knows about a value.
public struct Binding: Sendable, Hashable {
  /// The value, or its stand-in.
  public var value: Value
  /// The kind of the value, or of each element of a list.
  public var kind: ValueType.Kind
  /// What readers see instead while it is open.
  public var placeholder: String?
  /// The value with the hints of secrets in their place, as programs get it; nothing where it holds
  /// none.
  public var withoutSecrets: String?
  /// Whether a customer has still to give it, or one that it was made from.
  public var isOpen: Bool
  /// Whether it is a secret, or was made from one: what is known of it is only a stand-in.
  public var isSecret: Bool

  /// Creates a binding.
  public init(
    value: Value,
    kind: ValueType.Kind,
    placeholder: String? = nil,
    withoutSecrets: String? = nil,
    isOpen: Bool = false,
    isSecret: Bool = false
  ) {
    self.value = value
    self.kind = kind
    self.placeholder = placeholder
    self.withoutSecrets = isSecret ? withoutSecrets : nil
    self.isOpen = isOpen
    self.isSecret = isSecret
  }
}

/// Why an expression cannot be read or computed.
public struct ExpressionMistake: Error, Sendable, Hashable {
  /// One sentence that says what was expected.
  public var message: String
  /// The place in the text of the expression, in UTF-8 bytes.
  public var range: Range<Int>
  /// The key that is not declared, where that is the mistake.
  public var undefinedKey: String?

  /// Creates a mistake.
  public init(_ message: String, at range: Range<Int>) {
    self.message = message
    self.range = range
  }

  static func undefined(
    _ key: String,
    _ message: String? = nil,
    at range: Range<Int>
  ) -> ExpressionMistake {
    var mistake = ExpressionMistake(message ?? "undefined key `\(key)`", at: range)
    mistake.undefinedKey = key
    return mistake
  }

  static func tooLarge(at range: Range<Int>) -> ExpressionMistake {
    ExpressionMistake("expected a result of at most 64 bits", at: range)
  }

  static func secret(at range: Range<Int>) -> ExpressionMistake {
    ExpressionMistake("expected values that are known, found a secret", at: range)
  }
}
