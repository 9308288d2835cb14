public import Diagnostics
internal import Languages

extension Rule {
  /// A value of another type than the variable's.
  public static let wrongVariableType = Rule(
    "vars/type",
    reports: "A variable's value has another type than its Ansible role expects.",
    why: "Ansible fails half-way, or renders a file that its program refuses.",
    fires: .shop("shop_search_enabled: \"true\""),
    fixed: .shop("shop_search_enabled: true")
  )
}

extension Rule.Example {
  fileprivate static func shop(_ lines: String) -> Rule.Example {
    .variables(lines, of: ["shop_search_enabled\tbool"])
  }
}

extension Diagnostic {
  static func notVariables(at range: Range<Int>) -> Diagnostic {
    Diagnostic(.wrongVariableType, at: range, "a mapping of variables to values is expected")
  }

  static func wrongVariableType(
    _ name: String,
    _ found: String,
    expected entry: VariableCatalog.Entry,
    at value: YAMLNode
  ) -> Diagnostic {
    let expected = entry.types
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
    if found == "bool", entry.values.contains(value.text) {
      let quoted = "\"\(value.text)\""
      fixes = [
        Fix("write `\(quoted)`", edits: [Edit(Location(range: value.range), with: quoted)])
      ]
    }
    return Diagnostic(
      .wrongVariableType,
      at: value.range,
      "`\(name)` wants \(wanted), but got \(found == "int" ? "an" : "a") \(found)",
      fixes: fixes
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
        Note("`\(name)` holds one JSON object; its role takes anything else for `{}`")
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
}
