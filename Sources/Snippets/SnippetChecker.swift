public import Diagnostics
internal import Languages

/// Checks the texts of snippets.
public struct SnippetChecker: Sendable {
  private let catalogs: [String: VariableCatalog]
  private let schemas: [String: CustomSchema]

  /// Creates a checker with the variable catalogs of a project by name, and its schemas by path.
  public init(catalogs: [String: VariableCatalog], schemas: [String: CustomSchema] = [:]) {
    self.catalogs = catalogs
    self.schemas = schemas
  }

  /// Checks a text.
  ///
  /// - Parameters:
  ///   - text: the whole file, or a part of it.
  ///   - kind: what the file is.
  ///   - fragment: the keys that lead to the part; empty for a whole file.
  /// - Returns: what is wrong, in the order of the text; ranges are bytes of it.
  public func check(
    _ text: [UInt8],
    as kind: SnippetKind,
    fragment: [String] = []
  ) -> [Diagnostic] {
    check(Reading(text, as: kind), fragment: fragment)
  }

  /// Checks a text that was read.
  ///
  /// - Parameters:
  ///   - reading: of the whole file, or of a part of it.
  ///   - fragment: the keys that lead to the part; empty for a whole file.
  /// - Returns: what is wrong, in the order of the text; ranges are bytes of it.
  public func check(_ reading: Reading, fragment: [String] = []) -> [Diagnostic] {
    switch (reading.content, reading.kind) {
    case (.yaml(let tree), let kind?): return check(tree, reading.text, as: kind, fragment)
    case (.json(let document), .json(let path)):
      return check(document, reading.text, schema: path, fragment)
    case (.shell(let inputs), _): return inputs.flatMap { Format.shellFindings(in: $0) }
    case (_, .format(let name)):
      guard case .text(let check) = Program.named(name)?.format.form else { return [] }
      let findings = check(reading)
      // What a part of a file does not show is not missing.
      return fragment.isEmpty ? findings : findings.filter { $0.kind != .required }
    default: return []
    }
  }

  private func check(
    _ tree: YAMLTree,
    _ text: [UInt8],
    as kind: SnippetKind,
    _ fragment: [String]
  ) -> [Diagnostic] {
    let form = tree.errors(in: text) + tree.oddities(in: text)
    guard tree.isComplete else { return form }
    // What stands for an unknown alias is nothing that the author wrote.
    let findings = check(tree, text, kind, fragment).filter { finding in
      !form.contains {
        $0.rule == Rule.unknownAlias.id && $0.location.range == finding.location.range
      }
    }
    // An error at a scalar says more than a warning of how it is read, and two warnings say one.
    let wrong = Set(
      findings.filter { $0.severity == .error || $0.rule == Rule.divergentScalar.id }
        .map(\.location.range)
    )
    let readings = YAMLReading(tree, text, by: reader(of: kind)).findings()
      .filter { $0.severity == .error || !wrong.contains($0.location.range) }
    // What a checker says of an expression without quotes goes before what YAML makes of it.
    let errors = Set(findings.filter { $0.severity == .error }.map(\.location.range.lowerBound))
    let shown = form.filter {
      $0.rule != Rule.keyType.id || !errors.contains($0.location.range.lowerBound)
    }
    return (shown + findings + readings).withoutConsequences(in: text)
  }

  /// Returns the places of scalars that their program guesses the type of: those without quotes.
  ///
  /// - Parameter reading: of the whole file, or of a part of it.
  /// - Returns: ranges in bytes of the text; none where the fields of the program decide.
  public func guessedScalars(in reading: Reading) -> [Range<Int>] {
    guard case .yaml(let tree) = reading.content, let kind = reading.kind,
      reader(of: kind) != .goFields
    else { return [] }
    return tree.nodes.filter { $0.isGuessed && !$0.isAlias }.map(\.range)
  }

  private func reader(of kind: SnippetKind) -> YAMLDialect? {
    switch kind {
    case .ansibleVars: Program.named("ansible-vars")?.format.dialect
    case .tool(let name): Program.named(name)?.format.dialect
    case .yaml, .custom, .format, .json: nil
    }
  }

  private func check(
    _ document: JSONDocument,
    _ text: [UInt8],
    schema path: String,
    _ fragment: [String]
  ) -> [Diagnostic] {
    guard let value = document.value, let schema = schemas[path] else {
      return document.findings(in: text)
    }
    let root = value.standing(at: fragment)
    let check = SchemaCheck(root: root, rules: .own)
    return document.findings(in: text) + check.findings(of: schema.validator.verdict(on: root))
  }

  private func check(
    _ tree: YAMLTree,
    _ text: [UInt8],
    _ kind: SnippetKind,
    _ fragment: [String]
  ) -> [Diagnostic] {
    switch kind {
    case .yaml, .format, .json: return []
    case .ansibleVars(let name):
      guard let catalog = catalogs[name] else { return [] }
      return AnsibleVars.check(tree, text, against: catalog, fragment: fragment)
        + Diagnostic.severalDocuments(in: tree, text)
    case .tool(let name):
      guard case .yaml(_, let findings) = Program.named(name)?.format.form else { return [] }
      return findings(YAMLPart(tree: tree, text: text, fragment: fragment))
    case .custom(let path):
      guard let schema = schemas[path] else { return [] }
      return tree.documents.flatMap { schema.findings(of: $0, standingAt: fragment) }
    }
  }
}
