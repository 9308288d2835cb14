package import Diagnostics
package import Values

/// A value of a set.
package struct ValueEntry: Sendable {
  package var declaration: KeyDeclaration
  /// The value, or what stands in for it: the example, or a secret's fake.
  package var value: Value
  package var state: State
  /// What readers see while the value is open.
  package var hint: String?
  /// The value of a text that was computed from secrets, with their hints in their place; nothing for
  /// others.
  package var withoutSecrets: String?
  /// Whether the value that was given is wrong, or there is none, so that this one only keeps others
  /// from being reported as well.
  package var isStandIn = false
  /// The layer and the place that gave the value; nothing for examples, secrets and the computed.
  package var origin: (layer: Layer, location: Location)?

  /// How a value came to be, which decides how readers see it.
  package enum State: String, Sendable {
    /// A customer must give it.
    case open
    /// A customer must give it, and readers see the example.
    case example
    /// A customer gave it.
    case filled
    /// It is never known here.
    case secret
    /// It comes from the project's own data.
    case fixed
    /// It was computed from others.
    case computed
  }

  /// Whether a customer has still to give it.
  package var isOpen: Bool { state == .open || state == .example }

  /// Where the value was given, else its example, else where its key is declared.
  package var place: Location {
    origin?.location ?? (isOpen ? declaration.example?.location : nil) ?? declaration.location
  }

  /// Returns what readers see.
  package func display(view: String?) -> String {
    guard let hint, [.open, .secret, .computed].contains(state) else { return printed(view: view) }
    if declaration.type.isList { return hint }
    // A part of an open value is not the value: its hint says which part.
    return view.map { "\(hint)_\($0.uppercased())" } ?? hint
  }

  /// Returns the value itself, as a program would read it; of a secret what stands in for it.
  package func printed(view: String?) -> String {
    switch value.printed(as: declaration.type.kind, view: view) {
    case .success(let text): text
    // Reported where it is used; the value itself keeps the snippet readable meanwhile.
    case .failure: value.plainText
    }
  }

  /// Returns the value for everybody who may not see what stands in for secrets.
  package func published(view: String?) -> String {
    state == .secret ? hint ?? "" : withoutSecrets ?? printed(view: view)
  }

  func element(_ value: Value, _ number: Int) -> ValueEntry {
    var entry = self
    entry.value = value
    if declaration.type.isList { entry.declaration.type = ValueType(declaration.type.kind) }
    if let hint { entry.hint = "\(hint)_\(number)" }
    return entry
  }

  package static func fixed(
    _ value: Value,
    as kind: ValueType.Kind,
    _ path: String,
    _ like: KeyDeclaration
  ) -> ValueEntry {
    var declaration = like
    declaration.key = path
    declaration.type = ValueType(kind)
    return ValueEntry(declaration: declaration, value: value, state: .fixed)
  }

  /// Returns what takes the place of a value that is wrong or missing.
  static func standIn(for declaration: KeyDeclaration) -> ValueEntry {
    ValueEntry(
      declaration: declaration,
      value: declaration.type.standIn,
      state: .fixed,
      isStandIn: true
    )
  }
}
