internal import Languages

/// What nft knows: types, expressions and reserved words.
struct NFTablesTable: Sendable {
  /// A type of values.
  struct ValueType: Sendable, Equatable {
    let name: String
    let bits: Int
    /// What it is, in words.
    let title: String
    /// The words that it knows.
    let words: [String]

    /// The greatest number that it takes, where one can be too great.
    var most: UInt64? {
      switch name {
      case "day": 6
      case "ct_label": 127
      default: 0..<64 ~= bits && (bits > 0 || name == "raw") ? (UInt64(1) << UInt64(bits)) - 1 : nil
      }
    }

    /// Whether it is a number of flags, of which several can be given.
    var isBitmask: Bool {
      ["bitmask", "tcp_flag", "ct_state", "ct_status", "ct_event", "ct_label"].contains(name)
    }
  }

  private(set) var types: [String: ValueType] = [:]
  private var fields: [String: (type: String, bits: Int)] = [:]
  private(set) var reserved: [String] = []

  static let all = NFTablesTable(text(PackageResources.nftables_txt))
  /// The grammar of whole files.
  static let grammar = Grammar(
    text(PackageResources.nftables_grammar_txt),
    reserved: all.reserved,
    blocks: ["table", "chain", "map", "flowtable"]
  )

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private init(_ text: String) {
    var entries: [Substring] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix(" "), let last = entries.popLast() {
        entries.append(last + line.dropFirst())
      } else {
        entries.append(line)
      }
    }
    for entry in entries {
      let quoted = entry.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
      let words = quoted[0].split(separator: " ").map(String.init)
      switch words[0] {
      case "type":
        let names = quoted.count > 2 ? quoted[2].split(separator: " ").map(String.init) : []
        let type = ValueType(
          name: words[1],
          bits: Int(words[2]) ?? 0,
          title: quoted[1],
          words: names
        )
        types[type.name] = type
      case "field": fields["\(words[1]) \(words[2])"] = (words[3], Int(words[4]) ?? 0)
      default: reserved += words.dropFirst()
      }
    }
  }

  /// The type of a field, such as `ip saddr`, with its own width.
  func type(of field: String) -> ValueType? {
    guard let field = fields[field], let type = types[field.type] else { return nil }
    return ValueType(name: type.name, bits: field.bits, title: type.title, words: type.words)
  }

  /// Some bits of a packet, whose meaning is not known.
  func raw(_ bits: Int) -> ValueType {
    ValueType(name: "raw", bits: bits, title: "number", words: [])
  }

  /// A number of some bits.
  func integer(_ bits: Int) -> ValueType {
    ValueType(name: "integer", bits: bits, title: "number", words: [])
  }
}
