internal import Languages
internal import Text

/// Reads from the validation tasks which names variables had before.
struct RenameImport {
  /// A line of the table of renames.
  struct Row {
    var kind: Kind
    var old: String
    var new: String

    enum Kind: String {
      case rename
      case removed
      case prefix
      case removedPrefix = "removed-prefix"
    }
  }

  private let variables: DefinedVariables
  private let changes: String
  private(set) var rows: [Row] = []
  private var seen: Set<String> = []

  init(_ checkout: PlaybookCheckout, _ variables: DefinedVariables) {
    self.variables = variables
    changes = checkout.changes
    for role in checkout.roles {
      for file in role.tasks {
        for task in RoleTasks(file).all { take(task) }
      }
    }
  }

  /// A task that looks for names of variables; Ansible's lookup takes patterns.
  private mutating func take(_ task: RoleTask) {
    let texts =
      task.conditions + (task.node["ansible.builtin.set_fact"]?.entries.map(\.value.text) ?? [])
    for text in texts where text.contains("varnames") {
      for pattern in Self.patterns(in: text) {
        if pattern.contains(where: { $0 == .item }) {
          takeItems(of: task, pattern)
        } else {
          takePattern(pattern.text, task.messages)
        }
      }
    }
  }

  private mutating func takeItems(of task: RoleTask, _ pattern: [Pattern]) {
    for item in task.items {
      if let old = item["old"]?.text, let new = item["new"]?.text {
        takeName(old, successor: new)
      } else if item.isScalar, task.node["ansible.builtin.fail"] != nil {
        takeName(item.text, successor: "")
      }
    }
  }

  /// A name with its successor, which is a name or a sentence.
  private mutating func takeName(_ old: String, successor: String) {
    guard old.utf8.allSatisfy(\.isNameByte), !old.isEmpty else { return }
    guard successor.utf8.allSatisfy(\.isNameByte), !successor.isEmpty, successor.contains("_")
    else {
      return add(.removed, old, names(in: successor).joined(separator: " "))
    }
    add(.rename, old, successor)
  }

  /// The variables that a sentence names.
  private func names(in sentence: String) -> [String] {
    var names: [String] = []
    for word in sentence.split(whereSeparator: { !($0 == "_" || $0.isLetter || $0.isNumber) }) {
      let name = String(word)
      if name.contains("_"), variables[name] != nil, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A pattern such as `^shop_db_.+` or `^shop_(a|b)_.+`.
  private mutating func takePattern(_ pattern: String, _ message: String) {
    var text = pattern[...]
    if text.hasPrefix("^") { text = text.dropFirst() }
    let isExact = text.hasSuffix("$")
    for tail in ["$", ".+", ".*"] where text.hasSuffix(tail) { text = text.dropLast(tail.count) }
    for old in Self.alternatives(of: String(text)) where old.utf8.allSatisfy(\.isNameByte) {
      if isExact {
        add(.removed, old, "")
      } else if let new = successor(of: old, in: message) ?? successor(of: old, in: changes) {
        add(.prefix, old, new)
      } else {
        add(.removedPrefix, old, "")
      }
    }
  }

  /// Finds `` `old*` … `new*` `` on one line of a text, with an arrow or the bar of a table between.
  private func successor(of prefix: String, in text: String) -> String? {
    for line in text.split(separator: "\n") where line.contains("`\(prefix)") {
      let parts = line.split(separator: "`", omittingEmptySubsequences: false)
      for index in stride(from: 1, to: parts.count - 2, by: 2) {
        let between = parts[index + 1].drop { $0 == " " }
        guard between.hasPrefix("->") || between == "| " || between.hasPrefix("must be renamed to"),
          let (old, new) = Self.stems(parts[index], parts[index + 2]), prefix.hasPrefix(old),
          !new.isEmpty
        else { continue }
        return new + prefix.dropFirst(old.count)
      }
    }
    return nil
  }

  /// Two prefixes without their `*`.
  private static func stems(_ old: Substring, _ new: Substring) -> (String, String)? {
    let stems = [old, new].map { $0.hasSuffix("*") ? $0.dropLast() : $0 }
    guard stems.allSatisfy({ $0.hasSuffix("_") && $0.utf8.allSatisfy(\.isNameByte) }) else {
      return nil
    }
    return (String(stems[0]), String(stems[1]))
  }

  private mutating func add(_ kind: Row.Kind, _ old: String, _ new: String) {
    // What is a variable of this revision is none that was renamed.
    guard variables[old] == nil, old != new, seen.insert("\(kind.rawValue) \(old)").inserted else {
      return
    }
    if kind == .removed || kind == .rename {
      guard seen.insert("name \(old)").inserted else { return }
    }
    rows.append(Row(kind: kind, old: old, new: new))
  }

  // MARK: Patterns

  /// A part of what a lookup asks for.
  fileprivate enum Pattern: Equatable {
    case text(String)
    /// What the task loops over.
    case item
  }

  /// What the lookups of names in a text ask for.
  private static func patterns(in text: String) -> [[Pattern]] {
    let marked = JinjaTemplate.isTemplate(text) ? text : "{{ " + text + " }}"
    return JinjaTemplate(Array(marked.utf8)).parts.flatMap { part -> [[Pattern]] in
      guard case .output(let expression, _) = part else { return [] }
      return lookups(in: expression)
    }
  }

  private static func lookups(in expression: JinjaExpression) -> [[Pattern]] {
    if case .call(let function, let arguments) = expression.content,
      case .name("lookup") = function.content, arguments.count > 1,
      case .constant(.string(let plugin)) = arguments[0].value.content, plugin.hasSuffix("varnames")
    {
      return [pattern(arguments[1].value)]
    }
    return expression.parts.flatMap(lookups)
  }

  private static func pattern(_ expression: JinjaExpression) -> [Pattern] {
    switch expression.content {
    case .constant(.string(let text)): [.text(text)]
    case .arithmetic(.plus, let left, let right), .arithmetic(.joined, let left, let right):
      pattern(left) + pattern(right)
    default: [.item]
    }
  }

  /// The texts that a pattern with one group of alternatives stands for.
  private static func alternatives(of pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "("), let close = pattern.firstIndex(of: ")"),
      open < close
    else { return [pattern] }
    let before = pattern[..<open]
    let after = pattern[pattern.index(after: close)...]
    return pattern[pattern.index(after: open)..<close].split(separator: "|").map {
      String(before + $0 + after)
    }
  }
}

extension Array where Element == RenameImport.Pattern {
  /// The pattern where it has no item in it.
  fileprivate var text: String {
    map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}
