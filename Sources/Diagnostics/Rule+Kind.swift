extension Rule {
  /// What is wrong, where rules of many categories find the same; their identifiers share a name.
  public enum Kind: String, Sendable {
    /// A text that is not in the format at all.
    case syntax
    /// A key that nobody knows.
    case unknownKey = "unknown-key"
    /// A key is missing.
    case required
    /// A value of another type.
    case type
    /// A value that is none of those allowed.
    case enumeration = "enum"
    /// A number outside of its bounds.
    case range
    /// A value that is not a port.
    case port
    /// A value that is not a duration.
    case duration
    /// A value that is not an amount of data.
    case bytes
    /// Anything that one category alone finds.
    case other

    /// Names the kind of the rules with a name, as in `compose/NAME`.
    init(named name: Substring) { self = Kind(rawValue: String(name)) ?? .other }

    /// Whether a value is wrong by itself, whatever else the file holds.
    public var isAboutValue: Bool {
      switch self {
      case .type, .enumeration, .range, .port, .duration, .bytes: true
      case .syntax, .unknownKey, .required, .other: false
      }
    }
  }
}
