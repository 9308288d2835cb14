internal import Deployment
internal import Diagnostics
internal import Languages
internal import Text

/// A compose file on a server with the files that belong to it, the variables put in.
struct ComposeProject: Sendable {
  /// The index of the file in the set.
  let file: Int
  let server: String
  /// The folder of the file, from which its paths are relative.
  let folder: String
  let environment: ComposeEnvironment
  /// Whether a `.env` file is there.
  let hasEnvironment: Bool
  /// What the file says, with the values of its variables.
  let root: TypedValue
  /// The texts into which variables were put, with the names of these.
  let replaced: [Range<Int>: [String]]
  /// Every variable of the file that has no value and needs one.
  let missing: [ComposeVariable]
  /// The variables in logins of addresses whose values an address does not take as they are.
  let unencoded: [ComposeVariable]
  /// Every name that the file uses, from its variables and from what it hands on without a value.
  let used: Set<String>
  /// The files that it includes or extends, each with where it says so.
  let references: [Reference]
  private let read: ComposeFile

  /// Another compose file that the file needs.
  struct Reference: Sendable {
    var path: String
    /// In bytes of the file.
    var range: Range<Int>
    /// The service that is extended; nothing where the whole file is included.
    var service: (name: String, range: Range<Int>)?
  }

  /// Reads a project.
  ///
  /// - Parameters:
  ///   - index: of the file.
  ///   - placed: the file itself.
  ///   - tree: of its text.
  ///   - environment: the variables.
  ///   - hasEnvironment: whether they come from a file.
  init(
    _ index: Int,
    _ placed: PlacedFile,
    _ tree: YAMLTree,
    _ environment: ComposeEnvironment,
    hasEnvironment: Bool
  ) {
    file = index
    server = placed.server
    folder = FilePath.folder(of: placed.path)
    self.environment = environment
    self.hasEnvironment = hasEnvironment
    var puts = VariablePuts(source: placed.text, environment: environment)
    read = ComposeFile(tree, placed.text) { puts.put(into: $0) }
    root = read.root
    replaced = puts.replaced
    missing = puts.missing
    unencoded = puts.unencoded
    used = puts.used.union(Self.handedOn(read.root))
    references = Self.references(in: read.root)
  }

  /// Checks what the file says once the variables are put in, and what it says about included files.
  ///
  /// - Parameter included: the roots of the files that it includes; nothing where one is not known.
  /// - Returns: what is wrong and is not wrong in the text alone, with the lines of the variables.
  func check(including included: [TypedValue]?) -> [Diagnostic] {
    let includes = references.contains { $0.service == nil }
    guard !replaced.isEmpty || includes else { return [] }
    let scope: ComposeCheck.Scope = includes && included == nil ? .part : .whole
    return read.check(scope, including: included ?? []).compactMap { finding in
      let ranges = [finding.location.range] + finding.notes.compactMap { $0.location?.range }
      let names = ranges.flatMap { replaced[$0] ?? [] }
      let isAboutNames = includes && Self.rulesOfNames.contains(finding.rule)
      guard !names.isEmpty || isAboutNames else { return nil }
      return placed(finding, with: names)
    }
  }

  /// Rules whose findings depend on what is included.
  private static let rulesOfNames: Set<String> = [
    Rule.undefinedNetwork.id, Rule.undefinedVolume.id, Rule.undefinedSecret.id,
    Rule.undefinedConfig.id, Rule.undefinedModel.id, Rule.undefinedService.id,
    SchemaRules.compose.required.id, Rule.dependencyCycle.id,
  ]

  /// The place to mend is the line of the variable, so there is nothing to replace here.
  private func placed(_ finding: Diagnostic, with names: [String]) -> Diagnostic {
    var finding = finding.placed(inFile: file)
    finding.fixes = finding.fixes.map { Diagnostic.Fix($0.message) }
    for name in names {
      guard let variable = environment[name] else { continue }
      finding.notes.append(Diagnostic.Note("`\(name)` has its value here", at: variable.place))
    }
    return finding
  }

  /// Names that are handed on from the environment of compose: `environment: [NAME]`, and those of
  /// secrets and configs.
  private static func handedOn(_ root: TypedValue) -> Set<String> {
    var names: Set<String> = []
    for service in root["services"]?.members ?? [] {
      for scope in [service.value["environment"], service.value["build"]?["args"]] {
        names.formUnion((scope?.elements ?? []).map(\.shown).filter { !$0.contains("=") })
        for member in scope?.members ?? [] {
          if case .null = member.value.content { names.insert(member.key) }
        }
      }
    }
    for declared in (root["secrets"]?.members ?? []) + (root["configs"]?.members ?? []) {
      if let name = declared.value["environment"]?.string { names.insert(name) }
    }
    return names
  }

  private static func references(in root: TypedValue) -> [Reference] {
    let included = (root["include"]?.elements ?? []).flatMap { element -> [Reference] in
      let path = element.isObject ? element["path"] : element
      return (path.map { $0.isArray ? $0.elements : [$0] } ?? []).map {
        Reference(path: $0.shown, range: $0.range)
      }
    }
    let extended = (root["services"]?.members ?? []).compactMap { service -> Reference? in
      guard let base = ComposeExtends.base(of: service.value), let file = base.file else {
        return nil
      }
      let service = (name: base.service, range: base.range)
      return Reference(path: file.shown, range: file.range, service: service)
    }
    return included + extended
  }
}

/// Puts variables into the texts of a compose file.
private struct VariablePuts {
  let source: [UInt8]
  let environment: ComposeEnvironment
  var replaced: [Range<Int>: [String]] = [:]
  var missing: [ComposeVariable] = []
  var unencoded: [ComposeVariable] = []
  var used: Set<String> = []

  mutating func put(into value: TypedValue) -> TypedValue {
    switch value.content {
    case .array(let elements):
      return TypedValue(.array(elements.map { put(into: $0) }), at: value.range)
    case .object(let members):
      let turned = members.map { member in
        TypedValue.Member(
          key: member.key,
          keyRange: member.keyRange,
          value: put(into: member.value)
        )
      }
      return TypedValue(.object(turned), at: value.range)
    case .string(let text) where text.utf8.contains(UInt8(ascii: "$")):
      return put(into: text, of: value)
    default: return value
    }
  }

  private mutating func put(into text: String, of value: TypedValue) -> TypedValue {
    let bytes = Array(text.utf8)
    let read = InterpolatedText(bytes, 0..<bytes.count)
    let names = read.variables.map(\.name)
    used.formUnion(names)
    guard read.mistakes.isEmpty, value.range.upperBound <= source.count else { return value }
    let written = InterpolatedText(source, value.range)
    missing += written.missing(environment.value)
    let wrong = written.variablesOfLogins(in: source).filter { variable in
      environment.value(variable.name).map(ReservedInLogin.holds) ?? false
    }
    unencoded += wrong
    // As it was meant: nothing else is said of the address.
    let values = { [environment] (name: String) -> String? in
      let value = environment.value(name)
      return wrong.contains { $0.name == name } ? value.map(ReservedInLogin.encoded) : value
    }
    // What the shell gives, or nobody does, is not known: the text stays as it is.
    let isKnown = names.allSatisfy { !environment.isFromShell($0) }
    guard isKnown, read.missing(environment.value).isEmpty else { return value }
    if !names.isEmpty { replaced[value.range] = names }
    return TypedValue(.string(read.text(bytes, values).text), at: value.range)
  }
}
