internal import Diagnostics
internal import Languages

extension Rule {
  static let turnserverDuplicate = Rule(
    "turnserver/duplicate",
    .warning,
    reports: "An option stands twice, and the second line undoes the first.",
    why: "Coturn says nothing, and the first value has no effect.",
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
        "`\(name)` stands here again, and only this line counts",
        notes: [Note("the line that it undoes", at: Location(range: first.range))]
      )
    }
  }
}
