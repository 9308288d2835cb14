internal import Diagnostics
internal import Machine
internal import Text
internal import Values

extension Compilation {
  /// Returns an overlay in which every value stands empty, with its meaning, type and example.
  ///
  /// docbuild takes it as it is, for a template set; each value that is filled in is checked, and
  /// with the last one the set is final.
  ///
  /// - Parameter customer: what the customer is called.
  /// - Returns: YAML for the first set of the build.
  package func overlayTemplate(for customer: String) -> String {
    guard let set = sets.first else { return "" }
    var text = """
      # The values of \(customer). Fill in what stands empty; `docbuild values --customer FILE`
      # lists what is left. Remove the examples' comments as you like.
      customer: { title: \(JSONText.string(customer)), scale: \(set.plan.scale.id) }

      """
    text += namespaces(of: set.values) + groups(of: set.values)
    return text
  }

  private func namespaces(of values: ValueTable) -> String {
    let declarations = values.declarations
    let keys = declarations.order.compactMap { declarations.keys[$0] }
      .filter { $0.source == .customer }
    let names = keys.map { String($0.key.prefix { $0 != "." }) }.reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return names.map { name in
      let own = keys.filter { $0.key.hasPrefix(name + ".") }.map { declaration in
        "  # \(description(of: declaration, values.entry(at: declaration.key)))\n"
          + "  \(declaration.key.dropFirst(name.count + 1)):\n"
      }
      return "\n\(name):\n" + own.joined()
    }.joined()
  }

  private func groups(of values: ValueTable) -> String {
    let groups = values.declarations.groups.compactMap { group -> String? in
      let fields = group.fields.filter { $0.source == .customer }
      let count = values.counts[group.id] ?? 0
      guard !fields.isEmpty, count > 0 else { return nil }
      let comments = fields.map { field in
        let entry = values.entry(at: "servers.\(group.id).1.\(field.key)")
        return "    # \(field.key): \(description(of: field, entry))\n"
      }
      let members = (1...count).map { index in
        fields.enumerated().map { place, field in
          let name = place == 0 ? "   # \(group.name(of: index))" : ""
          return "    \(place == 0 ? "-" : " ") \(field.key):\(name)\n"
        }.joined()
      }
      return "  \(group.id):\n" + comments.joined() + members.joined()
    }
    return groups.isEmpty ? "" : "\nservers:\n" + groups.joined()
  }

  private func description(of declaration: KeyDeclaration, _ entry: ValueEntry?) -> String {
    let isList = declaration.type.name.hasPrefix("list<")
    let example = entry?.printed(view: nil) ?? ""
    var about = declaration.about.replacing("\n", with: " ")
    if about.hasSuffix(".") { about.removeLast() }
    return "\(about) (\(declaration.type.name)), such as \(isList ? "[\(example)]" : example)"
  }
}

extension Compilation {
  /// Writes an overlay in which every value stands empty, beside the project's other ones.
  ///
  /// - Parameter name: the customer, and the file's name without its ending.
  /// - Returns: the path of the file.
  /// - Throws: a ``RequestMistake`` where the name is none or the file already exists, a
  ///   ``MachineFailure`` where it cannot be written.
  package func writeOverlay(named name: String) throws -> String {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
    guard isName else {
      throw RequestMistake("expected a name of `a-z`, `0-9` and `-`, found `\(name)`")
    }
    guard !project.config.scales.map(\.id).contains(name) else {
      throw RequestMistake("expected the name of a customer, found the scale `\(name)`")
    }
    let path = "\(project.root)/customers/\(name).yml"
    guard try !Files.isPresent(path) else { throw RequestMistake("\(path) already exists") }
    try Publisher.publish(Array(overlayTemplate(for: name).utf8), to: path)
    return path
  }
}
