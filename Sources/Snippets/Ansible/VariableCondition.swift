internal import Languages

/// A state that a file has a variable in.
///
/// In a table: `NAME` is set to something, `!NAME` to nothing (false, empty, 0), `-NAME` is not set,
/// `+NAME` is not surely set to nothing, `NAME>2` is greater, `NAME=text` is equal, `NAME@loopback`
/// is an address of the machine itself, `NAME@elsewhere` a list of addresses of other machines
/// alone. A `?` behind a name means that it holds, too, where the name is not set; `NAME*` is any
/// variable that begins so.
struct VariableCondition: Sendable, Hashable {
  var name: String
  /// Whether the name is the beginning of names.
  var isPrefix = false
  var state: State
  /// Whether the state is also that of a file that does not set the variable.
  var isDefault: Bool

  enum State: Sendable, Hashable {
    case on
    case off
    case unset
    case given
    case above(Int)
    case equal(String)
    case loopback
    case elsewhere
  }

  /// Reads a condition of a table; nothing where the text is none.
  init?(_ text: String) {
    let name = text.drop { "!-+".contains($0) }.prefix {
      $0 == "_" || $0.isLetter || $0.isNumber
    }
    guard !name.isEmpty, text.distance(from: text.startIndex, to: name.startIndex) < 2 else {
      return nil
    }
    self.name = String(name)
    var rest = text[name.endIndex...]
    isPrefix = rest.first == "*"
    if isPrefix { rest = rest.dropFirst() }
    isDefault = rest.first == "?"
    if isDefault { rest = rest.dropFirst() }
    let sign = name.startIndex == text.startIndex ? nil : text.first
    switch (sign, rest.first) {
    case ("!", nil): state = .off
    case ("-", nil): state = .unset
    case ("+", nil): state = .given
    case (nil, nil): state = .on
    case (nil, "="): state = .equal(String(rest.dropFirst()))
    case (nil, ">"):
      guard let number = Int(rest.dropFirst()) else { return nil }
      state = .above(number)
    case (nil, "@"):
      switch rest.dropFirst() {
      case "loopback": state = .loopback
      case "elsewhere": state = .elsewhere
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a file that does not set the variable is in the state.
  var holdsUnset: Bool { state == .unset || isDefault }

  /// Whether a value is in the state.
  func holds(_ value: YAMLNode) -> Bool {
    switch state {
    case .unset: false
    case .on: value.isOn == true
    case .off: value.isOn == false
    case .given: value.isOn != false
    case .above(let limit):
      value.isScalar && !JinjaTemplate.isTemplate(value.text)
        && Int(value.text).map { $0 > limit } == true
    case .equal(let text): value.isScalar && value.text == text
    case .loopback: value.text.hasPrefix("127.") || value.text.hasPrefix("[::1]")
    case .elsewhere:
      !value.elements.isEmpty && value.elements.allSatisfy { $0.text.isAddressOfAnotherMachine }
    }
  }
}

extension VariableSet {
  /// Whether the file is in a state.
  func holds(_ condition: VariableCondition) -> Bool {
    if condition.isPrefix { return entry(in: condition) != nil || condition.holdsUnset }
    guard let value = self[condition.name]?.value else { return condition.holdsUnset }
    return condition.holds(value)
  }

  /// Returns the first variable that the file has in a state.
  func entry(in condition: VariableCondition) -> (key: YAMLNode, value: YAMLNode)? {
    guard condition.isPrefix else {
      return self[condition.name].flatMap { condition.holds($0.value) ? $0 : nil }
    }
    return entries.first { $0.key.text.hasPrefix(condition.name) && condition.holds($0.value) }
  }
}

extension String {
  /// Whether it is an IPv4 address, or a range, that neither the machine itself nor a container
  /// network has as a rule.
  fileprivate var isAddressOfAnotherMachine: Bool {
    let parts = prefix { $0 != "/" }.split(separator: ".").map { Int($0) }
    guard parts.count == 4, parts.allSatisfy({ $0.map { 0...255 ~= $0 } == true }) else {
      return false
    }
    return parts[0] != 127 && parts[0] != 172
  }
}
