package import Diagnostics

extension Rule {
  static let brokenConstraint = Rule(
    "placeholder/constraint",
    reports: "Values that break a constraint of keys.yml, or an address outside of its network.",
    why: "Each value is valid by itself, but together they make a deployment that fails.",
    fires: Example(
      path: "data/keys.yml",
      """
      ip.one: { type: ipv4, source: common, about: One. }
      ip.two: { type: ipv4, source: common, about: Two. }
      constraints:
        - { distinct: ["ip.*"], message: every server has an address of its own }

      """,
      beside: [.init(path: "data/common.yml", text: "ip: { one: 10.0.0.1, two: 10.0.0.1 }\n")]
    ),
    fixed: Example(
      path: "data/keys.yml",
      """
      ip.one: { type: ipv4, source: common, about: One. }
      ip.two: { type: ipv4, source: common, about: Two. }
      constraints:
        - { distinct: ["ip.*"], message: every server has an address of its own }

      """,
      beside: [.init(path: "data/common.yml", text: "ip: { one: 10.0.0.1, two: 10.0.0.2 }\n")]
    )
  )
}

extension Diagnostic {
  package static func constraint(
    _ constraint: Constraint,
    _ path: String,
    _ entry: ValueEntry,
    other: (path: String, entry: ValueEntry),
    _ scale: String?
  ) -> Diagnostic {
    let place = scale.map { " at `\($0)`" } ?? ""
    return Diagnostic(
      .brokenConstraint,
      at: entry.place,
      "\(constraint.message): `\(path)` is \(entry.printed(view: nil)), "
        + "`\(other.path)`\(place) is \(other.entry.printed(view: nil))",
      notes: [
        Note("the other value", at: other.entry.place),
        Note("the constraint", at: constraint.location),
      ]
    )
  }

  static func expectation(
    _ constraint: Constraint,
    inputs: [(path: String, entry: ValueEntry)]
  ) -> Diagnostic {
    let shown = inputs.map { "`\($0.path)` is \($0.entry.printed(view: nil))" }
    return Diagnostic(
      .brokenConstraint,
      at: constraint.location,
      "\(constraint.message), which does not hold: \(shown.joined(separator: ", "))",
      notes: inputs.map { Note("`\($0.path)`", at: $0.entry.place) }
    )
  }

  static func outsideNetwork(
    _ path: String,
    _ entry: ValueEntry,
    network: (path: String, entry: ValueEntry)
  ) -> Diagnostic {
    Diagnostic(
      .brokenConstraint,
      at: entry.place,
      "`\(path)` is \(entry.printed(view: nil)), which is not in `\(network.path)`, "
        + network.entry.printed(view: nil),
      notes: [Note("the network", at: network.entry.place)]
    )
  }
}
