public import Diagnostics
internal import Languages
package import Text

/// What a snippet is, and so what it is checked against.
public enum SnippetKind: Hashable, Sendable {
  /// YAML whose keys nobody knows: its syntax alone.
  case yaml
  /// Variables of Ansible roles, by the name of a catalog.
  case ansibleVars(catalog: String)
  /// A file with a schema that comes with the tool, by its name.
  case tool(String)
  /// A file with a schema of the project's own, by the schema's path.
  case custom(String)
  /// A JSON file with a schema of the project's own, by the schema's path.
  case json(schema: String)
  /// A file that is not YAML, by the name of its format.
  case format(String)

  /// The schemas and formats that come with the tool, by name.
  public static let schemaNames =
    ["yaml", "ansible-vars"] + ToolSchema.allCases.map(\.rawValue) + formatNames

  /// The formats that are not YAML, by name.
  public static let formatNames = TextFormat.all.map(\.name)

  /// Returns the schema that a file has by its name alone, or nothing.
  ///
  /// - Parameter path: a path with `/`.
  /// - Returns: one of ``schemaNames``.
  public static func schemaName(forFile path: String) -> String? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    if file.hasSuffix(".rules.yml") || file.hasSuffix(".rules.yaml") { return "prometheus-rules" }
    return fileNames[file]
      ?? TextFormat.all.first { format in
        format.files.contains { Glob.matches($0, path) }
      }?.name
  }

  /// Returns the format that the language of a fence means, or nothing.
  public static func formatName(forLanguage language: String) -> String? {
    TextFormat.all.first { $0.languages.contains(language) }?.name
  }

  private static let fileNames = [
    "docker-compose.yml": "compose", "docker-compose.yaml": "compose",
    "compose.yml": "compose", "compose.yaml": "compose",
    "docker-compose.override.yml": "compose-part", "docker-compose.override.yaml": "compose-part",
    "compose.override.yml": "compose-part", "compose.override.yaml": "compose-part",
    "vars.yml": "ansible-vars",
    "prometheus.yml": "prometheus", "alertmanager.yml": "alertmanager",
    "patroni.yml": "patroni", "etcd.yml": "etcd", "livekit.yaml": "livekit",
    "livekit.yml": "livekit",
  ]
}

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
    switch kind {
    case .format(let name):
      let findings = TextFormat.named(name)?.check(text) ?? []
      // What a part of a file does not show is not missing.
      return fragment.isEmpty ? findings : findings.filter { $0.kind != .required }
    case .json(let path): return check(JSONDocument(text), schema: path, fragment)
    case .yaml, .ansibleVars, .tool, .custom: break
    }
    let outcome = YAMLTree.parse(text)
    guard outcome.value.isComplete else { return outcome.diagnostics }
    // What stands for an unknown alias is nothing that the author wrote.
    let findings = check(outcome.value, text, kind, fragment).filter { finding in
      !outcome.diagnostics.contains {
        $0.rule == Rule.unknownAlias.id && $0.location.range == finding.location.range
      }
    }
    // An error at a scalar says more than a warning of how it is read, and two warnings say one.
    let wrong = Set(
      findings.filter { $0.severity == .error || $0.rule == Rule.divergentScalar.id }
        .map(\.location.range)
    )
    let readings = YAMLReading(outcome.value, text, by: reader(of: kind)).findings()
      .filter { $0.severity == .error || !wrong.contains($0.location.range) }
    // What a checker says of an expression without quotes goes before what YAML makes of it.
    let errors = Set(findings.filter { $0.severity == .error }.map(\.location.range.lowerBound))
    let syntax = outcome.diagnostics.filter {
      $0.rule != Rule.keyType.id || !errors.contains($0.location.range.lowerBound)
    }
    return syntax + findings + readings
  }

  /// Returns where scalars stand that their program guesses the type of: those without quotes.
  ///
  /// - Parameters:
  ///   - text: the whole file, or a part of it.
  ///   - kind: what the file is.
  /// - Returns: ranges in bytes of the text; none where the fields of the program decide.
  public func guessedScalars(in text: [UInt8], as kind: SnippetKind) -> [Range<Int>] {
    switch kind {
    case .format, .json: return []
    case .yaml, .ansibleVars, .tool, .custom: break
    }
    guard reader(of: kind) != .goFields else { return [] }
    return YAMLTree.parse(text).value.nodes.filter { $0.isGuessed && !$0.isAlias }.map(\.range)
  }

  /// Whether a kind holds commands of the shell.
  public static func isShell(_ kind: SnippetKind) -> Bool {
    [.format(TextFormat.shell.name), .format(TextFormat.console.name)].contains(kind)
  }

  /// Returns the scripts in a text: the whole of a script, or each command of a terminal's session.
  ///
  /// - Returns: nothing for a kind that holds no commands of the shell.
  package static func scripts(in text: [UInt8], as kind: SnippetKind) -> [MappedText] {
    guard kind != .format(TextFormat.console.name) else {
      return ConsoleSession.commands(in: text)
    }
    return isShell(kind) ? [MappedText(text)] : []
  }

  private func reader(of kind: SnippetKind) -> YAMLDialect? {
    switch kind {
    case .ansibleVars: .pyYAML
    case .tool(let name): ToolSchema(rawValue: name)?.dialect
    case .yaml, .custom, .format, .json: nil
    }
  }

  private func check(
    _ document: JSONDocument,
    schema path: String,
    _ fragment: [String]
  ) -> [Diagnostic] {
    guard let value = document.value, let schema = schemas[path] else {
      return document.diagnostics
    }
    let root = value.standing(at: fragment)
    let check = SchemaCheck(root: root, rules: .own)
    return document.diagnostics + check.findings(of: schema.validator.verdict(on: root))
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
      guard let tool = ToolSchema(rawValue: name) else { return [] }
      if tool.isCompose {
        let file = ComposeFile(tree, text, fragment: fragment)
        return file.check(file.scope(isPart: tool == .composePart || !fragment.isEmpty))
      }
      return tree.documents.flatMap { document in
        let value = TypedValue.value(of: document, tool.dialect)
        return value.diagnostics + check(value.value.standing(at: fragment), tool, text)
      } + Diagnostic.severalDocuments(in: tree, text)
    case .custom(let path):
      guard let schema = schemas[path] else { return [] }
      return tree.documents.flatMap { schema.findings(of: $0, standingAt: fragment) }
    }
  }

  private func check(_ root: TypedValue, _ tool: ToolSchema, _ text: [UInt8]) -> [Diagnostic] {
    let verdict = tool.validator.verdict(on: root, inFields: tool.dialect == .goFields)
    let findings = SchemaCheck(root: root, rules: tool.rules).findings(of: verdict)
    // What is wrong with a mapping itself often makes it wrong as a whole, too.
    let broken = Set(
      findings.filter { $0.severity == .error }.map {
        root.innermostMapping(around: $0.location.range)
      }
    )
    let others = tool.checks.flatMap { $0(root, text) }.filter {
      !broken.contains(root.innermostMapping(around: $0.location.range))
    }
    return findings + others
  }
}
