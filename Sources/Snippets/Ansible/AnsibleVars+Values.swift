internal import Diagnostics
internal import Languages
internal import Text

extension AnsibleVars {
  /// Returns what is wrong with the value of a variable.
  func check(
    _ value: YAMLNode,
    of name: String,
    against entry: VariableCatalog.Entry
  ) -> [Diagnostic] {
    if let unquoted = Self.unquotedExpression(value) {
      return [.unquotedExpression(at: value.range, unquoted ? source : nil)]
    }
    let isTemplate = value.isScalar && JinjaTemplate.isTemplate(value.text)
    if !isTemplate {
      let found = type(of: value)
      if found == "mapping", entry.holdsYAML, entry.types.contains("string") {
        return [.mappingForText(name, at: value.range)]
      }
      guard accepts(found, entry.types) else {
        return [.wrongVariableType(name, found, expected: entry, at: value)]
      }
      if !entry.values.isEmpty, value.isScalar, !entry.values.contains(value.text) {
        return [.notInEnum(name, value, entry.values)]
      }
    }
    let isText = value.isScalar && !isTemplate && !value.text.isEmpty
    if isText, entry.isLowerCase, value.text != value.text.lowercased() {
      return [.upperCase(name, value)]
    }
    if isText, entry.endsWithSlash, !value.text.hasSuffix("/") {
      return [.missingSlash(name, value)]
    }
    if entry.holdsJSON { return checkJSON(value, of: name) }
    if entry.holdsYAML { return checkYAML(value, of: name) }
    return []
  }

  /// Whether a value was meant as an expression: YAML reads an unquoted `{{ x }}` as a mapping whose
  /// key is a mapping; true where the whole value is in braces and quotes would mend it.
  private static func unquotedExpression(_ value: YAMLNode) -> Bool? {
    guard value.isMapping, let entry = value.entries.first, entry.key.isMapping,
      entry.key.range.lowerBound == value.range.lowerBound + 1
    else { return nil }
    return value.entries.count == 1 && entry.value.isNull
  }

  private func type(of value: YAMLNode) -> String {
    if value.isMapping { return "mapping" }
    if value.isSequence { return "list" }
    switch value.scalarType {
    case .null: return "null"
    case .bool: return "bool"
    case .int: return "int"
    case .float: return "float"
    case .timestamp, .string: return "string"
    }
  }

  /// Values end in rendered text, so numbers pass for strings and an empty value for anything.
  private func accepts(_ found: String, _ types: Set<String>) -> Bool {
    if types.contains("any") || types.contains(found) || found == "null" { return true }
    if types == ["null"] { return true }
    switch found {
    case "int": return types.contains("string") || types.contains("float")
    case "float": return types.contains("string")
    default: return false
    }
  }

  // MARK: Texts in another language

  /// Roles take anything but an object for `{}` and says nothing.
  private func checkJSON(_ value: YAMLNode, of name: String) -> [Diagnostic] {
    guard value.isScalar, !value.isNull, let text = withoutExpressions(value, isJSON: true),
      let mistake = JSONReader.mistake(inObject: text)
    else { return [] }
    let place = place(mistake.offset..<(mistake.offset + 1), in: value)
    return [.notJSONObject(name, mistake.message, at: place)]
  }

  private func checkYAML(_ value: YAMLNode, of name: String) -> [Diagnostic] {
    guard value.isScalar, !value.isNull, let text = withoutExpressions(value, isJSON: false)
    else { return [] }
    let inner = YAMLTree.read(text)
    let form = inner.errors(in: text) + inner.oddities(in: text)
    guard form.isEmpty else {
      return form.map { finding in
        finding.relocated { Location(range: place($0.range, in: value)) }
      }
    }
    let isMapping = inner.root.map { $0.isMapping || $0.isNull } ?? true
    guard isMapping else { return [.notYAMLMapping(name, at: value.range)] }
    return checkStrayVariables(inner.root?.entries.map(\.key) ?? [], in: value, of: name)
  }

  /// What the text of a variable sets is no variable: the roles do not look there.
  private func checkStrayVariables(
    _ keys: [YAMLNode],
    in value: YAMLNode,
    of name: String
  ) -> [Diagnostic] {
    // A program may call a key what other roles call a variable; one of the same role is meant.
    let role = name.prefix { $0 != "_" } + "_"
    return keys.filter { $0.text.hasPrefix(role) }.compactMap { key in
      let renamed: String?
      switch catalog.fate(of: key.text) {
      case .unknown: return nil
      case .renamed(let new): renamed = new
      case .current, .removed: renamed = nil
      }
      let range = place(key.range, in: value)
      return .noEffect(key.text, at: range, inside: name, renamed: renamed)
    }
  }

  /// The text of a value with something harmless of the same length for each expression; nothing
  /// where statements decide what the text is, or expressions stand for more than a value.
  private func withoutExpressions(_ value: YAMLNode, isJSON: Bool) -> [UInt8]? {
    var text = Array(value.text.utf8)
    guard JinjaTemplate.isTemplate(value.text) else { return text }
    let template = JinjaTemplate(text)
    guard template.mistakes.isEmpty else { return nil }
    for part in template.parts {
      switch part {
      case .text: continue
      case .statement: return nil
      case .output(_, let range):
        let isInText = !isJSON || Self.isInString(text, range.lowerBound)
        let before = text[..<range.lowerBound].last { !$0.isBlank && $0 != 0x0A }
        guard isInText || before.map({ ":[,".utf8.contains($0) }) == true else { return nil }
        let filler = isInText ? UInt8(ascii: "x") : UInt8(ascii: " ")
        for index in range { text[index] = filler }
        if !isInText { text[range.lowerBound] = UInt8(ascii: "0") }
      }
    }
    return text
  }

  /// Whether a byte of a JSON text stands in a string.
  private static func isInString(_ text: [UInt8], _ place: Int) -> Bool {
    var isInside = false
    var index = 0
    while index < place {
      if text[index] == UInt8(ascii: "\\"), isInside { index += 1 }
      if index < place, text[index] == UInt8(ascii: "\"") { isInside.toggle() }
      index += 1
    }
    return isInside
  }

  /// A place inside the text of a value, or the value itself where its text stands elsewhere.
  func place(_ range: Range<Int>, in value: YAMLNode) -> Range<Int> {
    ScalarPlaces(of: value, in: source)?.range(of: range) ?? value.range
  }
}
