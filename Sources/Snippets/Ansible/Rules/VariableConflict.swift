public import Diagnostics
internal import Languages

extension Rule {
  /// Variables that exclude each other.
  public static let variableConflict = Rule(
    "vars/conflict",
    reports: "Variables that cannot be used together, or that require another.",
    why: "The roles' own validation rejects them, or a component silently stays off.",
    fires: .shop("shop_warehouse_enabled: true\nshop_cache_enabled: false"),
    fixed: .shop("shop_warehouse_enabled: true\nshop_cache_enabled: true")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(
      lines,
      of: ["shop_cache_enabled\tbool", "shop_warehouse_enabled\tbool"],
      refusals: ["shop_warehouse_enabled !shop_cache_enabled"]
    )
  }
}

extension Diagnostic {
  static func refused(
    _ refused: AnsibleVars.Refused,
    _ blame: (key: YAMLNode, value: YAMLNode),
    in set: VariableSet,
    _ catalog: VariableCatalog
  ) -> Diagnostic {
    var notes = refused.beside.compactMap { other in
      set[other.name].map {
        Note("`\(other.name)` is set here", at: Location(range: $0.key.range))
      }
    }
    notes += catalog.advice.notes[refused.condition.name].map { [Note($0)] } ?? []
    notes.append(Note("Checked against \(catalog.name)."))
    return Diagnostic(
      .variableConflict,
      at: blame.key.range,
      sentence(refused, blame.value.text),
      notes: notes
    )
  }

  private static func sentence(_ refused: AnsibleVars.Refused, _ value: String) -> String {
    let isOff = refused.condition.state == .off && !value.isEmpty
    let name = isOff ? "`\(refused.condition.name): \(value)`" : "`\(refused.condition.name)`"
    if !refused.missing.isEmpty {
      let given = refused.beside.isEmpty ? "" : " with \(list(refused.beside.map(\.name)))"
      return "\(name)\(given) requires \(list(refused.missing))"
    }
    if !refused.beside.isEmpty {
      return "\(name) cannot be used with \(list(refused.beside.map(\.name)))"
    }
    if !refused.byDefault.isEmpty {
      return
        "\(name) cannot be used with \(list(refused.byDefault)), which is set unless this file empties it"
    }
    switch refused.condition.state {
    case .above(let limit): return "expected at most \(limit) for \(name)"
    case .equal(let text): return "\(name) cannot be `\(text)`"
    case .off: return "\(name) cannot be empty"
    case .on, .unset, .given: return "\(name) cannot be set"
    case .loopback, .elsewhere: return "\(name) cannot be `\(value)`"
    }
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.prefix(3).map { "`\($0)`" } + (names.count > 3 ? ["others"] : [])
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
