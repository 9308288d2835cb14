package import Diagnostics
internal import Values

/// Finds keys that nothing reads.
package enum UnusedKeyCheck {
  /// Returns the declared keys that no page prints, no condition or expression reads and no
  /// constraint holds.
  package static func check(_ project: Project, _ sets: [CompiledSet]) -> [Diagnostic] {
    guard project.chapters.contains(where: { !$0.document.isEmpty }), !sets.isEmpty else {
      return []
    }
    var used = printed(in: sets)
    for template in project.chapters.map(\.template) + project.partials.values {
      read(template.items, of: template, into: &used)
      // A key that was meant may have a view after it.
      for key in template.meantKeys {
        used.insert(key)
        if let dot = key.lastIndex(of: ".") { used.insert(String(key[..<dot])) }
      }
    }
    used.formUnion(meant(in: sets))
    let declarations = project.declarations
    for declaration in declarations.keys.values {
      used.formUnion(declaration.compute?.expression.paths.map(\.path) ?? [])
      used.formUnion(declaration.compute?.expression.templateKeys ?? [])
      if let network = declaration.type.within { used.insert(network) }
    }
    for field in declarations.groups.flatMap(\.fields) {
      if let network = field.type.within { used.insert(network) }
    }
    let empty = declarations.groups.filter { group in
      sets.allSatisfy { set in
        set.values.counts[group.id] == 0 && !set.values.hasStandIn(at: "servers.\(group.id).count")
      }
    }
    return empty.map { .emptyGroup($0) }
      + declarations.order.compactMap { key in
        guard !used.contains(key), !declarations.constraints.contains(where: { $0.concerns(key) }),
          let declaration = declarations.keys[key]
        else { return nil }
        return .unusedKey(key, at: declaration.location)
      }
  }

  /// The keys that misspelt placeholders, loops and conditions were meant to name.
  private static func meant(in sets: [CompiledSet]) -> Set<String> {
    let findings = sets.flatMap(\.findings).filter { $0.category == "placeholder" }
    return Set(findings.flatMap(\.fixes).flatMap(\.edits).map(\.text))
  }

  private static func printed(in sets: [CompiledSet]) -> Set<String> {
    var used: Set<String> = []
    for hole in sets.flatMap(\.chapters).flatMap(\.holes) {
      if case .value(let reference) = hole.content { used.insert(reference.path) }
    }
    // An element of a list stands for the list.
    for path in used {
      let parts = path.split(separator: ".")
      if let number = parts.firstIndex(where: { Int($0) != nil }) {
        used.insert(parts[..<number].joined(separator: "."))
      }
    }
    return used
  }

  /// Blocks read keys without printing them.
  private static func read(
    _ items: [Template.Item],
    of template: Template,
    into used: inout Set<String>
  ) {
    for item in items {
      switch item {
      case .placeholder(let placeholder): used.insert(placeholder.key)
      case .each(let path, _, let body, _):
        used.insert(String(decoding: template.file.bytes[path], as: UTF8.self))
        read(body, of: template, into: &used)
      case .condition(let range, let then, let otherwise):
        let text = String(decoding: template.file.bytes[range], as: UTF8.self)
        if case .success(let expression) = Expression.parse(text) {
          used.formUnion(expression.paths.map(\.path))
        }
        read(then, of: template, into: &used)
        read(otherwise, of: template, into: &used)
      case .text, .lineBreak, .escaped, .malformed, .include, .gap: break
      }
    }
  }
}
