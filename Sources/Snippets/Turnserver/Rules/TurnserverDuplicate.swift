internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverDuplicate = Rule(
    "turnserver/duplicate",
    .warning,
    reports: "A duplicate option whose second line overrides the first.",
    why: "Coturn silently ignores the first value.",
    fires: .turnserver("total-quota=100\ntotal-quota=1200"),
    fixed: .turnserver("total-quota=1200")
  )
}

extension Diagnostic {
  static func turnserverDuplicates(in config: TurnserverConfig) -> [Diagnostic] {
    var last: [String: Word] = [:]
    return config.options.compactMap { option in
      let name = option.name.text
      guard let directive = TurnserverTable.all.directive(name), directive.facts["many"] == nil
      else { return nil }
      defer { last[name] = option.name }
      guard let first = last[name] else { return nil }
      return Diagnostic(
        .turnserverDuplicate,
        at: option.name.range,
        "duplicate option `\(name)`; only the last one takes effect",
        notes: [Note("first defined here", at: Location(range: first.range))]
      )
    }
  }
}
