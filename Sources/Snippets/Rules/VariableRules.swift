public import Diagnostics

private func page(_ line: String) -> Rule.Example {
  Rule.Example("# Variables\n\n```yaml file=vars.yml\n\(line)\n```\n")
}

extension Rule {
  /// A name that no variable of the playbook has.
  public static let unknownVariable = Rule(
    "vars/unknown",
    reports: "A variable that the playbook does not have at this revision.",
    why: "Ansible ignores it without a word, and the setting keeps its default.",
    fires: page("matrix_synapse_workers_sync_worker_count: 4"),
    fixed: page("matrix_synapse_workers_sync_workers_count: 4")
  )

  /// A name that a variable had before.
  public static let renamedVariable = Rule(
    "vars/renamed",
    reports: "A variable that has another name at this revision.",
    why: "The playbook stops with an error, or ignores the old name.",
    fires: page("matrix_coturn_turn_static_auth_secret: \"{{ vault_turn_secret }}\""),
    fixed: page("coturn_turn_static_auth_secret: \"{{ vault_turn_secret }}\"")
  )

  /// A name of a variable that is gone.
  public static let removedVariable = Rule(
    "vars/removed",
    reports: "A variable that the playbook no longer has.",
    why: "The playbook stops with an error, or ignores it.",
    fires: page("matrix_nginx_proxy_enabled: true"),
    fixed: page("traefik_enabled: true")
  )

  /// A value of another type than the variable's.
  public static let wrongVariableType = Rule(
    "vars/type",
    reports: "A variable's value has another type than the playbook expects.",
    why: "The playbook fails half-way, or renders a file that its program refuses.",
    fires: page("matrix_synapse_workers_enabled: \"true\""),
    fixed: page("matrix_synapse_workers_enabled: true")
  )

  /// A value that is not among those allowed.
  public static let notInEnum = Rule(
    "vars/enum",
    reports: "A variable's value is none of those that the playbook accepts.",
    why: "The playbook stops with an error, or falls back without a word.",
    fires: page("matrix_synapse_workers_preset: specialised-workers"),
    fixed: page("matrix_synapse_workers_preset: specialized-workers")
  )

  /// Variables that exclude each other.
  public static let variableConflict = Rule(
    "vars/conflict",
    reports: "Two variables are set that exclude each other.",
    why: "The playbook's own validation refuses the combination.",
    fires: page(
      "matrix_synapse_workers_sync_workers_count: 4\nmatrix_synapse_workers_generic_workers_count: 2"
    ),
    fixed: page(
      "matrix_synapse_workers_sync_workers_count: 4\nmatrix_synapse_workers_client_reader_workers_count: 2"
    )
  )

  /// A variable that vars.yml cannot set.
  public static let noEffect = Rule(
    "vars/no-effect",
    .warning,
    reports: "A variable that a role sets itself, after vars.yml is read.",
    why: "What stands in vars.yml never reaches the program.",
    fires: page("matrix_synapse_email_smtp_enable_tls: true"),
    fixed: page("matrix_synapse_email_enabled: true")
  )

  /// A variable that cannot be verified.
  public static let unverifiedVariable = Rule(
    "vars/unverified",
    .warning,
    reports: "An unknown variable of a role that the catalog has at another version.",
    why: "It may exist in the version that the playbook pins; look there.",
    fires: page("sable_example_quux: 1"),
    fixed: page("sable_enabled: false")
  )
}

extension Diagnostic {
  static func notVariables(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.wrongVariableType, at: range, "a mapping of variables to values is expected")
  }

  static func unknownVariable(
    _ name: String,
    at range: Range<Int>,
    nearest: [String],
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unknownVariable,
      at: range,
      "the playbook has no variable `\(name)`",
      notes: [Note("checked against \(catalog)")],
      fixes: replacements(nearest, at: range)
    )
  }

  static func misconceived(
    _ name: String,
    _ advice: (instead: String, note: String),
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .unknownVariable,
      at: range,
      "the playbook never had a variable `\(name)`",
      notes: [Note(advice.note)],
      fixes: replacements([advice.instead], at: range)
    )
  }

  static func renamedVariable(
    _ name: String,
    to new: String,
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .renamedVariable,
      at: range,
      "`\(name)` is called `\(new)` now",
      notes: [Note("checked against \(catalog)")],
      fixes: [Fix("write `\(new)`", edits: [Edit(Location(range: range), with: new)])]
    )
  }

  static func removedVariable(
    _ name: String,
    successor: String?,
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .removedVariable,
      at: range,
      "`\(name)` was removed from the playbook",
      notes: [Note("checked against \(catalog)")],
      fixes: successor.map { [Fix("look at `\($0)` instead")] } ?? []
    )
  }

  static func wrongVariableType(
    _ name: String,
    _ found: String,
    expected: Set<String>,
    at value: YAMLNode
  ) -> Diagnostic {
    let wanted = expected.sorted().map { $0 == "int" ? "an int" : "a \($0)" }.joined(
      separator: " or "
    )
    var fixes: [Fix] = []
    if expected.contains("bool"), !value.style.isPlain,
      YAMLScalarType(ofPlain: value.text) == .bool
    {
      fixes = [
        Fix("write `\(value.text)`", edits: [Edit(Location(range: value.range), with: value.text)])
      ]
    }
    return Diagnostic(
      .wrongVariableType,
      at: value.range,
      "`\(name)` wants \(wanted), but got \(found == "int" ? "an" : "a") \(found)",
      fixes: fixes
    )
  }

  static func notInEnum(_ name: String, _ value: YAMLNode, _ values: [String]) -> Diagnostic {
    let names = values.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .notInEnum,
      at: value.range,
      "`\(name)` wants one of \(names), but got `\(value.text)`",
      fixes: replacements(NameIndex(values).nearest(to: value.text), at: value.range)
    )
  }

  static func noEffect(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .noEffect,
      at: range,
      "`\(name)` has no effect in vars.yml: its role sets it afterwards"
    )
  }

  static func unverifiedVariable(
    _ name: String,
    at range: Range<Int>,
    _ catalog: String
  ) -> Diagnostic {
    Diagnostic(
      .unverifiedVariable,
      at: range,
      "`\(name)` cannot be verified",
      notes: [Note("\(catalog) has its role at another version than the playbook pins")]
    )
  }

  static func notJSONObject(
    _ name: String,
    _ expected: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .wrongVariableType,
      at: range,
      expected,
      notes: [
        Note("`\(name)` holds one JSON object; the playbook takes anything else for `{}`")
      ]
    )
  }

  static func notYAMLMapping(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .wrongVariableType,
      at: range,
      "`\(name)` wants a text that holds a YAML mapping"
    )
  }

  static func mixedWorkers(at range: Range<Int>, _ specialised: YAMLNode) -> Diagnostic {
    Diagnostic(
      .variableConflict,
      at: range,
      "generic workers cannot run beside specialised ones; use client_reader workers",
      notes: [
        Note(
          "`\(specialised.text)` asks for specialised workers",
          at: Location(range: specialised.range)
        )
      ]
    )
  }

  private static func replacements(_ names: [String], at range: Range<Int>) -> [Fix] {
    names.map { name in
      Fix("did you mean `\(name)`?", edits: [Edit(Location(range: range), with: name)])
    }
  }
}
