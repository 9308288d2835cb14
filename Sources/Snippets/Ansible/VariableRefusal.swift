internal import Languages

/// Settings that the playbook's validation refuses together.
///
/// In the table a refusal is a line of conditions with blanks between: `NAME` is set to something,
/// `!NAME` to nothing (false, empty, 0), `-NAME` is not set, `NAME>2` is greater, `NAME=text` is
/// equal. A `?` behind a name means that it holds, too, where the name is not set. The first condition
/// is about the variable to blame.
struct VariableRefusal: Sendable, Hashable {
  var conditions: [Condition]

  struct Condition: Sendable, Hashable {
    var name: String
    var state: State
    /// Whether the state is also that of a file that does not set the variable.
    var isDefault: Bool
  }

  enum State: Sendable, Hashable {
    case on
    case off
    case unset
    case above(Int)
    case equal(String)
  }

  /// Reads the refusals of a table with a header line; lines that are none are left out.
  static func read(_ table: [UInt8]) -> [VariableRefusal] {
    table.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      let conditions = words.compactMap(Condition.init)
      return conditions.isEmpty || conditions.count < words.count
        ? nil : VariableRefusal(conditions: conditions)
    }
  }
}

extension VariableRefusal.Condition {
  /// Reads a condition of a table.
  init?(_ text: String) {
    let name = text.drop { $0 == "!" || $0 == "-" }.prefix {
      $0 == "_" || $0.isLetter || $0.isNumber
    }
    guard !name.isEmpty else { return nil }
    var rest = text[name.endIndex...]
    isDefault = rest.first == "?"
    if isDefault { rest = rest.dropFirst() }
    self.name = String(name)
    switch (text.first, rest.first) {
    case ("!", nil): state = .off
    case ("-", nil): state = .unset
    case (_, nil): state = .on
    case (_, "="): state = .equal(String(rest.dropFirst()))
    case (_, ">"):
      guard let number = Int(rest.dropFirst()) else { return nil }
      state = .above(number)
    default: return nil
    }
  }
}
