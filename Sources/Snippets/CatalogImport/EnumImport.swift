internal import Languages
internal import Text

/// Tells which values a variable may have: from what the validation compares it with, from the keys
/// of a table of presets, and from the comment above it.
struct EnumImport {
  private let variables: DefinedVariables
  private(set) var values: [String: [String]] = [:]

  init(_ checkout: PlaybookCheckout, _ variables: DefinedVariables) {
    self.variables = variables
    for definition in variables.all {
      if let values = commented(definition) { self.values[definition.name] = values }
    }
    for role in checkout.roles {
      for file in role.tasks {
        for task in RoleTasks(file).all where task.fails {
          for condition in task.conditions { take(condition) }
        }
      }
    }
    takeVersion()
  }

  /// A condition such as `x not in ['a', 'b']`, alone or after `and`.
  private mutating func take(_ condition: String) {
    let template = JinjaTemplate(Array("{{ \(condition) }}".utf8))
    guard case .output(let expression, _)? = template.parts.first, template.mistakes.isEmpty else {
      return
    }
    take(expression)
  }

  private mutating func take(_ expression: JinjaExpression) {
    switch expression.content {
    case .and(let left, let right):
      take(left)
      take(right)
    case .comparison(let value, let rest) where rest.count == 1 && rest[0].sign == "not in":
      guard case .name(let name) = value.content, variables[name] != nil,
        let allowed = texts(of: rest[0].value), !allowed.isEmpty
      else { return }
      values[name] = allowed
    default: break
    }
  }

  /// The texts of a list, or the keys of a variable that is a table.
  private func texts(of expression: JinjaExpression) -> [String]? {
    switch expression.content {
    case .list(let items):
      let texts = items.map { item -> String? in
        if case .constant(.string(let text)) = item.content { text } else { nil }
      }
      return texts.contains(nil) ? nil : texts.compactMap { $0 }
    case .name(let name):
      guard let table = variables[name]?.value, table.isMapping else { return nil }
      return table.entries.map(\.key.text).sorted()
    default: return nil
    }
  }

  /// The version that the playbook wants to be confirmed is the only one that it lets pass.
  private mutating func takeVersion() {
    for definition in variables.all where definition.name.hasSuffix("_expected_version") {
      let confirmed = definition.name.replacing("_expected_version", with: "_validated_version")
      guard variables[confirmed] != nil, definition.value.isScalar else { continue }
      values[confirmed] = [definition.value.text]
    }
  }

  // MARK: Comments

  private static let openings = [
    "valid values", "valid options", "valid levels", "supported values", "possible values",
    "must be one of", "allowed values",
  ]

  /// A sentence such as `Valid values: a, b or c` in the comment, if the default is among them.
  private func commented(_ definition: DefinedVariables.Definition) -> [String]? {
    for line in definition.comment.split(separator: "\n") {
      let lower = line.lowercased()
      guard let opening = Self.openings.first(where: { lower.contains($0) }),
        let place = lower.firstRange(of: opening)
      else { continue }
      let length = lower.distance(from: place.upperBound, to: lower.endIndex)
      let words = Self.items(in: String(line.suffix(length)))
      if words.count > 1, isDefault(of: definition, among: words) { return words }
    }
    return nil
  }

  /// The items of a list in prose, without remarks in brackets.
  private static func items(in text: String) -> [String] {
    var rest = text[...]
    if let colon = rest.firstIndex(of: ":") {
      rest = rest[rest.index(after: colon)...]
    } else if let verb = rest.firstRange(of: " are ") {
      rest = rest[verb.upperBound...]
    }
    var bare = ""
    var depth = 0
    for character in rest {
      if character == "(" { depth += 1 }
      if depth == 0 { bare.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    let parts = bare.replacing(" or ", with: ",").replacing(" and ", with: ",").split(
      separator: ","
    )
    let items = parts.map { part in
      String(part.filter { !" `\"'".contains($0) }).trimmingSuffix(".")
    }
    let isList = items.allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { $0.isNameByte || $0 == 0x2D }
    }
    return isList ? items : []
  }

  /// The default, or for one that follows another variable that one's.
  private func isDefault(
    of definition: DefinedVariables.Definition,
    among items: [String]
  ) -> Bool {
    guard definition.value.isScalar else { return false }
    let text = definition.value.text
    if items.contains(text) { return true }
    guard let name = Self.onlyName(in: text), let other = variables[name] else { return false }
    return other.value.isScalar && items.contains(other.value.text)
  }

  private static func onlyName(in text: String) -> String? {
    let parts = JinjaTemplate(Array(text.utf8)).parts
    guard parts.count == 1, case .output(let expression, _) = parts[0],
      case .name(let name) = expression.content
    else { return nil }
    return name
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
