/// What a phase made, together with what it found wrong on the way.
public struct Outcome<Value: Sendable>: Sendable {
  /// The part of the work that could be done.
  public var value: Value
  /// The mistakes that were found, in the order of the text.
  public var diagnostics: [Diagnostic]

  /// Creates the outcome of a phase.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
