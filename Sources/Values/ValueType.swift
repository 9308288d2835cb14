/// The type of a placeholder's value: a kind and what restricts it further.
public struct ValueType: Sendable, Hashable {
  /// What a value of the type is, or each element of a list.
  public var kind: Kind
  /// Whether a value has any number of elements of the kind.
  public var isList = false
  /// The values that an `enum` allows.
  public var values: [String] = []
  /// The smallest value allowed, as written.
  public var min: String?
  /// The largest value allowed, as written.
  public var max: String?
  /// A pattern that the text must match.
  public var pattern: String?
  /// The characters that a secret is made of, such as `a-z0-9`.
  public var charset: String?
  /// The key of the network in which an address must lie.
  public var within: String?
  /// Whether a text may have line breaks and tabs.
  public var isMultiline = false
  /// The least number of characters.
  public var minLength: Int?
  /// The greatest number of characters.
  public var maxLength: Int?

  /// Creates a type without restrictions.
  public init(_ kind: Kind) { self.kind = kind }

  /// What a value is, by the name that keys.yml writes; ``KindShape`` tells the rest.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case string
    case int
    case float
    case percent
    case bool
    case enumeration = "enum"
    case ipv4
    case ipv6
    case cidr
    case hostname
    case fqdn
    case port
    case portRange = "port-range"
    case hostPort = "host-port"
    case url
    case email
    case bytes
    case duration
    case path
    case username
    case interface
    case version
    case image
    case secret
  }

  /// The names of all types that are not lists.
  public static let kindNames: [String] = Kind.allCases.map(\.rawValue)

  /// The names of all types; secrets make no lists, since each has a hint of its own.
  public static let names: [String] =
    kindNames + kindNames.filter { $0 != Kind.secret.rawValue }.map { "list<\($0)>" }

  /// Returns the type that a name such as `port` or `list<ipv4>` stands for.
  public static func parse(_ name: String) -> ValueType? {
    let isList = name.hasPrefix("list<") && name.hasSuffix(">")
    guard let kind = Kind(rawValue: isList ? String(name.dropFirst(5).dropLast()) : name),
      !isList || kind != .secret
    else { return nil }
    var type = ValueType(kind)
    type.isList = isList
    return type
  }

  /// The name as keys.yml writes it.
  public var name: String { isList ? "list<\(kind.rawValue)>" : kind.rawValue }

  /// Some value of the type, which takes the place of one that is wrong or missing so that nothing
  /// else is reported for it.
  public var standIn: Value {
    let one = kind.shape.read(values.first ?? kind.shape.standIn) ?? .text("")
    return isList ? .list([one]) : one
  }

  /// The names of the views that its values have.
  public var views: [String] { isList ? ["lines", "spaces", "commas"] : kind.shape.views }
}
