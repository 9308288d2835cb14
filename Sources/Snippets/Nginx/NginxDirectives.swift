internal import Diagnostics
internal import Languages

/// Holds the directives of a block to what may stand there.
enum NginxDirectives {
  /// The version of Debian 12, by which newer and older directives are told.
  static let version = "1.22"

  /// Returns what is wrong with the directives of a block themselves.
  static func findings(in block: NginxBlock) -> [Diagnostic] {
    guard block.context != .values else { return [] }
    return block.directives.flatMap { findings(of: $0, in: block.context) }
  }

  private static func findings(
    of directive: NginxDirective,
    in context: NginxContext
  ) -> [Diagnostic] {
    let name = directive.name
    // Everywhere alike; what it names is looked for among the files of the server.
    if name.text == "include" {
      return directive.arguments.count == 1 ? [] : [.nginxInclude(name)]
    }
    guard let known = context.directive(name.text) else {
      let places = NginxContext.all(of: name.text)
      guard places.isEmpty else { return [.nginxMisplaced(name, in: context, places)] }
      let names = NginxTable.all.names(in: context.section.name)
      return [.nginxUnknown(name, nearest: names)]
    }
    if (known.facts["block"] != nil) != (directive.block != nil) {
      return [.nginxBlock(name, isExpected: directive.block == nil)]
    }
    var findings: [Diagnostic] = []
    if let version = known.facts["removed"] { findings.append(.nginxRemoved(name, in: version)) }
    if let version = known.facts["since"] { findings.append(.nginxSince(name, version)) }
    if let version = known.facts["obsolete"] { findings.append(.nginxObsolete(name, version)) }
    // Lua and the like take their block as it is.
    guard known.facts["of"] == nil else { return findings }
    return findings
      + DirectiveRules.nginx.findings(in: directive.arguments, of: known, at: name)
  }
}

extension DirectiveRules {
  static let nginx = DirectiveRules(
    unknownKey: .nginxUnknownDirective,
    type: .nginxType
  )
}
