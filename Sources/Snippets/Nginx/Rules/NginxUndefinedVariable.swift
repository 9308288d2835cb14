internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxUndefinedVariable = Rule(
    "nginx/undefined-variable",
    reports: "A variable that nginx does not have and nothing sets.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginx(
      "events {}\nhttp {\n    server {\n        return 301 https://$hots$request_uri;\n    }\n}"
    ),
    fixed: .nginx(
      "events {}\nhttp {\n    server {\n        return 301 https://$host$request_uri;\n    }\n}"
    )
  )
}

extension Diagnostic {
  /// In a part of a configuration another file may set what is not known; there only what is nearly
  /// the name of one of nginx's own is worth a warning.
  static func nginxVariables(in config: NginxConfig, _ names: NginxNames) -> [Diagnostic] {
    let isWhole = config.isWhole
    return config.blocks.filter { $0.context != .values }.flatMap { block in
      let isStream = [.stream, .streamServer, .streamUpstream].contains(block.context)
      return block.directives.flatMap { NginxReference.all(of: $0, in: block.context, config.text) }
        .compactMap { unknown($0, isStream, names, isWhole) }
    }
  }

  private static func unknown(
    _ reference: NginxReference,
    _ isStream: Bool,
    _ names: NginxNames,
    _ isWhole: Bool
  ) -> Diagnostic? {
    let name = reference.name
    guard !name.allSatisfy(\.isNumber), !names.variables.contains(name),
      !NginxTable.hasVariable(name, isStream: isStream)
    else { return nil }
    let own = NginxTable.variables(isStream: isStream)
    let near = NameIndex(own + names.variables.sorted()).slips(of: name)
      .filter { !differsInDigits($0, name) }
    guard isWhole || !near.isEmpty else { return nil }
    var finding = Diagnostic(
      .nginxUndefinedVariable,
      at: reference.range,
      "undefined variable `$\(name)`",
      fixes: .replacements(near.map { "$\($0)" }, at: reference.range)
    )
    if !isWhole { finding.severity = .warning }
    return finding.about(.missing("$\(name)"))
  }
}
