/// The type of a placeholder's value: a kind and what restricts it further.
public struct ValueType: Sendable, Hashable {
  /// What values of the type are.
  public var kind: Kind
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
  /// The least number of characters.
  public var minLength: Int?
  /// The greatest number of characters.
  public var maxLength: Int?

  /// Creates a type without restrictions.
  public init(_ kind: Kind) { self.kind = kind }

  /// What a value is.
  public indirect enum Kind: Sendable, Hashable {
    case string
    case int
    case float
    case percent
    case bool
    case enumeration
    case ipv4
    case ipv6
    case cidr
    case hostname
    case fqdn
    case port
    case portRange
    case hostPort
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
    case list(Kind)
  }

  private static let simpleKinds: [(name: String, kind: Kind)] = [
    ("string", .string), ("int", .int), ("float", .float), ("percent", .percent),
    ("bool", .bool), ("enum", .enumeration), ("ipv4", .ipv4), ("ipv6", .ipv6), ("cidr", .cidr),
    ("hostname", .hostname), ("fqdn", .fqdn), ("port", .port), ("port-range", .portRange),
    ("host-port", .hostPort), ("url", .url), ("email", .email), ("bytes", .bytes),
    ("duration", .duration), ("path", .path), ("username", .username),
    ("interface", .interface), ("version", .version), ("image", .image), ("secret", .secret),
  ]

  /// The names of all types that are not lists.
  public static let kindNames: [String] = simpleKinds.map(\.name)

  /// Returns the type that a name such as `port` or `list<ipv4>` stands for.
  public static func parse(_ name: String) -> ValueType? {
    if name.hasPrefix("list<"), name.hasSuffix(">") {
      return parse(String(name.dropFirst(5).dropLast())).map { ValueType(.list($0.kind)) }
    }
    return simpleKinds.first { $0.name == name }.map { ValueType($0.kind) }
  }

  /// The name as keys.yml writes it.
  public var name: String { Self.name(of: kind) }

  private static func name(of kind: Kind) -> String {
    if case .list(let element) = kind { return "list<\(name(of: element))>" }
    return simpleKinds.first { $0.kind == kind }?.name ?? "string"
  }
}
