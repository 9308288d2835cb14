internal import Languages

/// A type of a variable's value, as catalogs name it.
enum ValueKind: String, Comparable, CaseIterable {
  case string
  case bool
  case int
  case float
  case list
  case mapping
  case null

  static func < (left: ValueKind, right: ValueKind) -> Bool { left.rawValue < right.rawValue }

  /// The type that PyYAML reads.
  init(of value: YAMLNode) {
    if value.isMapping {
      self = .mapping
    } else if value.isSequence {
      self = .list
    } else {
      switch value.scalarType {
      case .null: self = .null
      case .bool: self = .bool
      case .int: self = .int
      case .float: self = .float
      case .timestamp, .string: self = .string
      }
    }
  }

  init(of constant: JinjaExpression.Constant) {
    switch constant {
    case .none: self = .null
    case .bool: self = .bool
    case .int: self = .int
    case .float: self = .float
    case .string: self = .string
    }
  }

  /// What a variable holds by the end of its name, where its value does not tell.
  static func kinds(ofName name: String) -> Set<ValueKind> {
    if texts.contains(where: name.hasSuffix) { return [.string] }
    return numbers.contains(where: name.hasSuffix) ? [.int] : []
  }

  private static let texts = [
    "_path", "_url", "_uri", "_image", "_hostname", "_host", "_domain", "_token", "_password",
    "_secret", "_key", "_username", "_user", "_name", "_prefix", "_uid", "_gid", "_format", "_text",
    "_version", "_database", "_device_id",
  ]
  private static let numbers = ["_count", "_seconds", "_port"]

  /// What a filter gives, whatever goes in.
  static let filters: [String: ValueKind] = table([
    .bool: "bool",
    .int: "int length count round abs",
    .float: "float",
    .string: "string join to_json to_nice_json to_yaml to_nice_yaml lower upper trim replace "
      + "regex_replace regex_search regex_escape hash md5 sha1 checksum to_uuid b64encode b64decode "
      + "quote basename dirname realpath expanduser password_hash urlencode capitalize title format "
      + "indent comment strftime human_readable",
    .list: "list unique flatten map select selectattr reject rejectattr sort reverse split "
      + "difference intersect union batch zip dict2items regex_findall product subelements",
    .mapping: "combine from_yaml from_json items2dict",
  ])

  /// What a method of Python's texts and dictionaries gives.
  static let methods: [String: ValueKind] = table([
    .list: "split splitlines keys values items",
    .bool: "startswith endswith isdigit",
    .string: "replace strip lower upper join format",
  ])

  private static func table(_ words: [ValueKind: String]) -> [String: ValueKind] {
    var table: [String: ValueKind] = [:]
    for (kind, names) in words {
      for name in names.split(separator: " ") { table[String(name)] = kind }
    }
    return table
  }
}
