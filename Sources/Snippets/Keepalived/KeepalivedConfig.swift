internal import Diagnostics
internal import Languages

extension Format {
  /// keepalived.conf of keepalived 2.
  static let keepalived = Format(
    rules: [
      .keepalivedSyntax, .keepalivedUnknownKey, .keepalivedType, .keepalivedNoEffect,
      .keepalivedDeprecated,
    ],
    checks: [
      Check(.keepalivedUndefined, .keepalivedUnused, find: Diagnostic.keepalivedUndefined),
      Check(.keepalivedUndefined, find: Diagnostic.keepalivedVariables),
      Check(.keepalivedDuplicate, find: Diagnostic.keepalivedDuplicates),
      Check(.keepalivedRequired, .keepalivedSecurity, find: Diagnostic.keepalivedSecurity),
      Check(.keepalivedWeight, find: Diagnostic.keepalivedVainWeights),
      Check(
        .keepalivedRequired,
        .keepalivedConflict,
        .keepalivedPassword,
        .keepalivedAddress,
        .keepalivedType,
        find: Diagnostic.keepalivedInstances
      ),
    ],
    facts: .keepalived
  ) { reading in
    let config = reading.read(by: KeepalivedConfig.init)
    return Outcome(config, config.findings)
  }
}

/// A keepalived.conf, read and held to what keepalived knows.
struct KeepalivedConfig {
  let statements: [KeepalivedStatement]
  private let mistakes: [Diagnostic]
  /// The braces that close nothing.
  private let strays: [Range<Int>]

  init(_ text: [UInt8]) {
    let (outcome, strays) = KeepalivedReader.read(text)
    statements = outcome.value
    mistakes = outcome.diagnostics
    self.strays = strays
  }

  private init(statements: [KeepalivedStatement]) {
    self.statements = statements
    mistakes = []
    strays = []
  }

  /// The file as it stands on one server: lines that begin with `@` hold on some alone.
  func holding(on server: String) -> KeepalivedConfig {
    KeepalivedConfig(statements: statements.compactMap { $0.holding(on: server) })
  }

  /// The blocks of a keyword at the top, such as `vrrp_instance`.
  func all(_ keyword: String) -> [KeepalivedStatement] {
    statements.filter { $0.name.text == keyword }
  }

  /// A statement of `global_defs`; the last one counts.
  func global(_ keyword: String) -> KeepalivedStatement? {
    all("global_defs").compactMap { $0.last(keyword) }.last
  }

  /// Whether names may stand in files that are not seen.
  var includesOthers: Bool { statements.contains { $0.name.text.hasPrefix("include") } }

  /// What is wrong with each statement by itself.
  var findings: [Diagnostic] {
    let own = statements.flatMap { findings(of: $0, in: "") }
    // A block without its opening brace leaves the closing one.
    let lacksBrace = own.contains { $0.damage == .rest }
    return mistakes + (lacksBrace ? [] : strays.map { .keepalivedBrace(closing: $0) }) + own
  }

  private func findings(of statement: KeepalivedStatement, in section: String) -> [Diagnostic] {
    let name = statement.name
    // Definitions and sequences make lines of their own.
    if name.text.hasPrefix("$") || name.text.hasPrefix("~") { return [] }
    let table = KeepalivedTable.all
    guard let directive = table.directive(name.text, in: section) else {
      return [.keepalivedUnknown(name, in: section, hasBlock: statement.block != nil)]
    }
    if let successor = directive.facts["instead"] {
      return [.keepalivedDeprecated(name, by: successor)]
    }
    let isVariable = statement.words.contains { $0.text.contains("$") }
    var findings =
      isVariable
      ? []
      : DirectiveRules.keepalived.findings(in: statement.values, of: directive, at: name)
    let block = directive.facts["block"]
    let takesBlock = block != nil || directive.facts["lines"] != nil
    if takesBlock, statement.block == nil {
      findings.append(.keepalivedBrace(missingAfter: name))
    } else if !takesBlock, let brace = statement.brace {
      findings.append(.keepalivedBrace(opening: brace))
    }
    if let block {
      findings += (statement.block ?? []).flatMap { self.findings(of: $0, in: block) }
    }
    return findings
  }
}

/// The keywords of keepalived by block.
enum KeepalivedTable {
  static let all = DirectiveTable(
    PackageResources.keepalived_txt,
    shapes: [
      "bool": ValueShape("`on` or `off`", choices: ["on", "off", "yes", "no", "true", "false"]) {
        ["on", "off", "yes", "no", "true", "false"].contains($0)
      },
      "weight": .integer(-253...253),
    ]
  )
}

extension DirectiveRules {
  static let keepalived = DirectiveRules(
    unknownKey: .keepalivedUnknownKey,
    type: .keepalivedType,
    extra: .keepalivedNoEffect
  )
}

extension Diagnostic {
  /// What is wrong with each instance of VRRP.
  static func keepalivedInstances(in config: KeepalivedConfig) -> [Diagnostic] {
    config.all("vrrp_instance").flatMap { instance in
      keepalivedRequired(in: instance, of: config) + keepalivedConflicts(in: instance, of: config)
        + keepalivedAddresses(in: instance)
    }
  }
}
