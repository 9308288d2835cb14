internal import Diagnostics
internal import Languages
internal import Text

extension Rule {
  static let wrongRelabeling = Rule(
    "prometheus/relabel",
    reports:
      "A relabeling step with keys that its action does not use, or without one that it requires.",
    why: "Prometheus rejects the whole file.",
    fires: .prometheus(
      "scrape_configs: [{ job_name: a, relabel_configs: [{ source_labels: [a], action: replace }] }]"
    ),
    fixed: .prometheus(
      "scrape_configs: [{ job_name: a, relabel_configs: [{ source_labels: [a], target_label: b }] }]"
    )
  )
}

extension Diagnostic {
  /// As `Validate` of `model/relabel/relabel.go` does, step by step.
  static func wrongRelabelings(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let isLegacy = root["global"]?["metric_name_validation_scheme"]?.string == "legacy"
    return root.mappings.flatMap(\.members).filter { $0.key.hasSuffix("relabel_configs") }
      .flatMap { $0.value.elements }.filter(\.isObject)
      .compactMap { Relabeling($0, isLegacy: isLegacy).mistake }
  }
}

/// One step of relabeling.
private struct Relabeling {
  let step: TypedValue
  let action: String
  /// Whether names of labels are letters, digits and `_` alone.
  let isLegacy: Bool

  init(_ step: TypedValue, isLegacy: Bool) {
    self.step = step
    self.isLegacy = isLegacy
    action = step["action"]?.string?.lowercased() ?? "replace"
  }

  /// Keys with a value that differs from what Prometheus takes where nothing is written.
  private static let usual = [
    "separator": ";", "regex": "(.*)", "replacement": "$1", "target_label": "", "modulus": "0",
  ]
  private static let targeted: Set<String> = [
    "replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal",
  ]

  /// The first thing that is wrong with the step.
  var mistake: Diagnostic? {
    if action == "hashmod", (step["modulus"]?.number ?? 0) == 0 { return missing("modulus") }
    if Self.targeted.contains(action), (step["target_label"]?.shown ?? "").isEmpty {
      return missing("target_label")
    }
    let unused: [String]
    switch action {
    case "labeldrop", "labelkeep":
      unused = ["source_labels", "target_label", "modulus", "separator", "replacement"]
    case "keepequal", "dropequal": unused = ["regex", "modulus", "separator", "replacement"]
    case "lowercase", "uppercase": unused = ["replacement"]
    default: unused = []
    }
    let taken = unused.lazy.compactMap { step.member($0) }.first { member in
      Self.usual[member.key].map { $0 != member.value.shown } ?? true
    }
    if let taken {
      return Diagnostic(
        .wrongRelabeling,
        at: taken.keyRange,
        "`\(taken.key)` cannot be used with `action: \(action)`"
      )
    }
    return name(of: action == "labelmap" ? "replacement" : "target_label")
  }

  private func missing(_ key: String) -> Diagnostic {
    let place = step.member("action")?.value.range ?? step.members.first?.keyRange ?? step.range
    return Diagnostic(
      .wrongRelabeling,
      at: place,
      "missing key `\(key)`, which `\(action)` requires"
    )
  }

  /// A name that is no label's, where names are still of letters alone.
  private func name(of key: String) -> Diagnostic? {
    guard isLegacy, let value = step[key], Self.targeted.contains(action) || action == "labelmap",
      !(Self.label?.occurs(in: value.shown) ?? true)
    else { return nil }
    return Diagnostic(
      .wrongRelabeling,
      at: value.range,
      "expected the name of a label, found `\(value.shown)`"
    )
  }

  private static let label = Pattern(#"^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w+))(?:\w|\$(?:\{\w+\}|\w+))*$"#)
}
