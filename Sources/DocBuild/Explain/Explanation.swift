package import Diagnostics
internal import Snippets
internal import Values

/// What `docbuild explain` prints.
package enum Explanation {
  /// Returns the page of a rule, or nothing where there is none.
  package static func ofRule(_ id: String) -> String? {
    guard let rule = Rule.all.first(where: { $0.id == id }) else { return nil }
    return """
      \(rule.id) (\(rule.severity.rawValue))

      \(rule.reports)
      \(rule.why)

      This fires (\(rule.fires.path)):

      \(indented(rule.fires.text))
      \(beside(rule.fires))
      This does not:

      \(indented(rule.fixed.text))
      """
  }

  /// Every rule by its category, with what it reports.
  package static var ofAllRules: String {
    let width = Rule.all.map(\.id.count).max() ?? 0
    var lines: [String] = []
    var category: Substring = ""
    for rule in Rule.all {
      if rule.category != category {
        lines += (lines.isEmpty ? [] : [""]) + [String(rule.category)]
        category = rule.category
      }
      let blanks = String(repeating: " ", count: width - rule.id.count)
      lines.append("  \(rule.id)\(blanks)  \(rule.reports)")
    }
    return lines.joined(separator: "\n")
  }

  /// The files that an example is read with.
  private static func beside(_ example: Rule.Example) -> String {
    example.beside.map { "Beside it (\($0.path)):\n\n\(indented($0.text))\n" }.joined()
  }

  /// Returns the sentence for a rule that does not exist.
  package static func unknownRule(_ id: String) -> String {
    "unknown rule `\(id)`" + suggestion(NameIndex(Rule.all.map(\.id)).nearest(to: id))
  }

  /// Returns what is known about a key: type, meaning and the value of each set with its origin.
  package static func ofKey(_ path: String, in compilation: Compilation) -> String? {
    guard !path.isEmpty,
      let entry = compilation.sets.lazy.compactMap({ $0.values.entry(at: path) }).first
    else {
      return nil
    }
    var lines = [
      path, "", entry.declaration.about, "", "type:    \(entry.declaration.type.name)",
    ]
    if let source = entry.declaration.source { lines.append("source:  \(source.rawValue)") }
    if let hint = entry.hint, entry.declaration.hint != nil { lines.append("hint:    \(hint)") }
    if let example = entry.declaration.example { lines.append("example: \(example.text)") }
    if let command = entry.declaration.generate { lines.append("make:    \(command)") }
    lines += restrictions(of: entry.declaration.type).map { "\($0.0): \($0.1)" }
    lines.append("declared at \(compilation.place(entry.declaration.location))")
    lines += constraints(on: path, in: compilation)
    lines.append("")
    for set in compilation.sets {
      guard let entry = set.values.entry(at: path) else { continue }
      let value = entry.published(view: nil)
      let origin = entry.origin.map {
        " from \($0.layer.rawValue), \(compilation.place($0.location))"
      }
      lines.append("\(set.values.set): \(value) (\(entry.state.rawValue))\(origin ?? "")")
      lines += inputs(of: entry, in: set.values)
    }
    if let (_, location) = entry.declaration.compute {
      lines += [
        "", "computed as \(compilation.source(at: location))",
        "  at \(compilation.place(location))",
      ]
    }
    let places = compilation.uses(of: path)
    lines += places.isEmpty ? ["", "used nowhere"] : ["", "used at"] + places.map { "  \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func restrictions(of type: ValueType) -> [(String, String)] {
    let all: [(String, String?)] = [
      ("in", type.within), ("min", type.min), ("max", type.max), ("pattern", type.pattern),
      ("values", type.values.isEmpty ? nil : type.values.joined(separator: ", ")),
      ("charset", type.charset), ("min-length", type.minLength.map(String.init)),
      ("max-length", type.maxLength.map(String.init)),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func constraints(on path: String, in compilation: Compilation) -> [String] {
    compilation.project.declarations.constraints.compactMap { constraint in
      guard constraint.concerns(path) else { return nil }
      return "constraint: \(constraint.message), at \(compilation.place(constraint.location))"
    }
  }

  /// The values that a computed one was made from.
  private static func inputs(of entry: ValueEntry, in values: ValueTable) -> [String] {
    guard let expression = entry.declaration.compute?.expression else { return [] }
    return expression.paths.flatMap { values.matches(of: [$0.path]) }.map { path, input in
      "    \(path) is \(input.published(view: nil))"
    }
  }

  /// Returns the sentence for a key that does not exist.
  package static func unknownKey(_ path: String, in compilation: Compilation) -> String {
    "unknown key `\(path)`"
      + suggestion(compilation.sets.first?.values.nearest(to: path) ?? [])
  }

  private static func suggestion(_ names: [String]) -> String {
    names.isEmpty ? "" : "; did you mean \(names.map { "`\($0)`" }.joined(separator: " or "))?"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }
}

extension Compilation {
  /// A place as `path:line:column`.
  package func place(_ location: Location) -> String {
    guard let position = project.files[location.path]?.position(at: location.range.lowerBound)
    else { return location.path }
    return "\(location.path):\(position.line):\(position.column)"
  }

  /// What stands at a place, without the quotes around it.
  package func source(at location: Location) -> String {
    guard let file = project.files[location.path] else { return "" }
    let text = String(decoding: file.bytes[location.range], as: UTF8.self)
    let isQuoted = text.count > 1 && "\"'".contains(text.first ?? " ")
    return isQuoted ? String(text.dropFirst().dropLast()) : text
  }

  /// Every place that prints a key, in the order of the files.
  func uses(of path: String) -> [String] {
    var seen: Set<Location> = []
    var places: [String] = []
    for hole in sets.flatMap(\.chapters).flatMap(\.holes) {
      guard case .value(let reference) = hole.content, reference.path == path,
        seen.insert(hole.location).inserted
      else { continue }
      places.append(place(hole.location))
    }
    return places
  }
}
