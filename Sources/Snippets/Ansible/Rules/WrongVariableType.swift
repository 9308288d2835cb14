public import Diagnostics
internal import Languages

extension Rule {
  /// A value of another type than the variable's.
  public static let wrongVariableType = Rule(
    "vars/type",
    reports: "A value of a variable whose type is not the one that its Ansible role expects.",
    why: "Ansible fails halfway, or renders a file that its program rejects.",
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
    Diagnostic(.wrongVariableType, at: range, "expected a mapping of variables to values")
  }

  static func wrongVariableType(
    _ name: String,
    _ found: String,
    expected entry: VariableCatalog.Entry,
    at value: YAMLNode
  ) -> Diagnostic {
    let expected = entry.types
    let wanted = ValueShape.either(expected.sorted().map(Self.words))
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
      "expected \(wanted) for `\(name)`, found \(words(found))",
      fixes: fixes
    )
  }

  /// A type as messages name it.
  private static func words(_ type: String) -> String {
    switch type {
    case "int": "an int"
    case "null": "nothing"
    case "any": "any value"
    default: "a \(type)"
    }
  }

  /// Upper-case letters where the roles' programs compare lower-case ones.
  static func upperCase(_ name: String, _ value: YAMLNode) -> Diagnostic {
    let lower = value.text.lowercased()
    var finding = Diagnostic(
      .wrongVariableType,
      at: value.range,
      "expected lower case for `\(name)`, found `\(value.text)`",
      fixes: [Fix("write `\(lower)`", edits: [Edit(Location(range: value.range), with: lower)])]
    )
    // The roles take it; what compares names without regard to case works.
    finding.severity = .warning
    return finding
  }

  /// The beginning of a path without the `/` that parts it from the rest.
  static func missingSlash(_ name: String, _ value: YAMLNode) -> Diagnostic {
    Diagnostic(
      .wrongVariableType,
      at: value.range,
      "expected a string that ends with `/` for `\(name)`, found `\(value.text)`",
      notes: [Note("The roles append what follows without a separator.")],
      fixes: [
        Fix(
          "write `\(value.text)/`",
          edits: [Edit(Location(range: value.range), with: value.text + "/")]
        )
      ]
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
        Note("`\(name)` contains one JSON object; its role replaces anything else with `{}`.")
      ]
    )
  }

  static func notYAMLMapping(_ name: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .wrongVariableType,
      at: range,
      "expected a string that contains a YAML mapping for `\(name)`"
    )
  }
}
