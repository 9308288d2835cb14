internal import Text

/// Why a text is not a value of a type.
public struct ValueMistake: Error, Sendable, Hashable {
  /// One sentence that says what was expected.
  public var message: String
  /// The text that was probably meant.
  public var suggestion: String?

  /// Creates a mistake.
  public init(_ message: String, suggestion: String? = nil) {
    self.message = message
    self.suggestion = suggestion
  }
}

extension ValueType {
  /// Returns the value that one text, or the elements of a list, stand for.
  ///
  /// No message shows the text of a secret.
  public func parse(_ texts: [String]) -> Result<Value, ValueMistake> {
    if isList {
      var type = self
      type.isList = false
      var values: [Value] = []
      for text in texts {
        switch type.parse([text]) {
        case .success(let value): values.append(value)
        case .failure(let mistake): return .failure(mistake)
        }
      }
      return .success(.list(values))
    }
    guard texts.count == 1, let text = texts.first else {
      return .failure(ValueMistake("expected one value"))
    }
    if let control = text.firstControl(besides: isMultiline ? ["\n", "\t"] : []) {
      return .failure(
        ValueMistake("expected one line without control characters, found \(control)")
      )
    }
    return read(text).flatMap { value in
      restrict(value, text).map { .failure($0) } ?? .success(value)
    }
  }

  private func read(_ text: String) -> Result<Value, ValueMistake> {
    func expected(_ what: String) -> Result<Value, ValueMistake> {
      let found = text.isEmpty ? "nothing" : "`\(text)`"
      return .failure(ValueMistake("expected \(what), found \(found)"))
    }
    if kind == .enumeration, !values.contains(text) {
      let listed = values.map { "`\($0)`" }
      let choice =
        listed.count < 2
        ? listed.joined()
        : listed.dropLast().joined(separator: ", ") + " or " + listed[listed.count - 1]
      return expected(choice)
    }
    let shape = kind.shape
    guard kind.matches(text), let value = shape.read(text) else {
      return expected(shape.words)
    }
    guard case .cidr(let address, let prefix) = value else { return .success(value) }
    let network = address.network(prefix: prefix)
    guard network != address else { return .success(value) }
    return .failure(
      ValueMistake(
        "`\(text)` has host bits set; the network is `\(network)/\(prefix)`",
        suggestion: "\(network)/\(prefix)"
      )
    )
  }

  /// Checks a value against the bounds of its type.
  private func restrict(_ value: Value, _ text: String) -> ValueMistake? {
    if let minLength, text.unicodeScalars.count < minLength {
      return ValueMistake("expected at least \(minLength) characters")
    }
    if let maxLength, text.unicodeScalars.count > maxLength {
      return ValueMistake("expected at most \(maxLength) characters")
    }
    if let charset, !CharacterRanges(charset).contains(text) {
      return ValueMistake("expected only the characters `\(charset)`")
    }
    if let pattern, let known = Pattern(pattern), !known.occurs(in: text) {
      return ValueMistake("expected a string that matches `\(pattern)`, found `\(text)`")
    }
    guard let amount = value.amount else { return nil }
    if let min, let bound = bound(min), amount < bound {
      return ValueMistake("expected at least `\(min)`, found `\(text)`")
    }
    if let max, let bound = bound(max), bound < amount {
      return ValueMistake("expected at most `\(max)`, found `\(text)`")
    }
    return nil
  }

  /// Returns the number that a bound of the type is; nothing where it is none.
  public func bound(_ text: String) -> Amount? {
    guard case .success(let value) = ValueType(kind).read(text) else { return nil }
    return value.amount
  }
}
