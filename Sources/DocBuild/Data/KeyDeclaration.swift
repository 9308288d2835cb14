package import Diagnostics
package import Values

/// What keys.yml, or a field of servers.yml, says about a key.
package struct KeyDeclaration: Sendable {
  /// The full key; for a field the name of the field alone.
  package var key: String
  package var type: ValueType
  /// The weakest layer that may give the value; nothing for secrets and computed keys.
  package var source: Layer?
  /// What readers see in place of a value that is still open.
  package var hint: String?
  /// Where the hint is written.
  var hintLocation: Location?
  /// The meaning, for readers.
  package var about: String
  /// The value that stands in while none is given, as written.
  package var example: RawValue?
  /// Whether template sets print the example instead of the hint.
  var showsExample = false
  /// The command that makes a secret.
  package var generate: String?
  /// Where the declaration names the network of an address.
  var networkLocation: Location?
  /// The expression that computes the value, and where it stands.
  var compute: (expression: Expression, location: Location)?
  /// The key itself, in its file.
  package var location: Location
  /// Whether its declaration is wrong, so that nothing can be said about its value.
  var isBroken = false
}

/// A level of the data files, the weakest first.
package enum Layer: String, Comparable, CaseIterable, Sendable {
  case common
  case scale
  case customer

  package static func < (left: Layer, right: Layer) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .common: 0
    case .scale: 1
    case .customer: 2
    }
  }
}
