internal import Diagnostics

/// The rules of one category that a schema's failures are findings of.
struct SchemaRules: Sendable {
  /// A key that the program does not know.
  var unknownKey: Rule
  /// A value of another type, or none of those allowed.
  var type: Rule
  /// A key that has to be there.
  var required: Rule
  /// A number beyond its bounds.
  var range: Rule
  /// Formats that have a rule of their own; the others are of ``type``.
  var formats: [String: Rule] = [:]
  /// What the entries of a mapping at the top are called: `services` holds a `service` each.
  var nouns: [String: String] = [:]

  /// Every rule, each once.
  var all: [Rule] {
    var rules: [Rule] = []
    for rule in [unknownKey, type, required, range] + formats.values.sorted(by: { $0.id < $1.id })
    where !rules.contains(rule) { rules.append(rule) }
    return rules
  }
}

/// Words the rules that every category has, with the category's own examples.
struct SchemaRuleMaker {
  /// The category, such as `compose`.
  let category: String
  /// The program that reads the file, as sentences name it.
  let program: String
  /// The fence of the examples: its attributes behind `yaml`.
  let fence: String

  func unknownKey(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "unknown-key",
      "A key that \(program) does not know.",
      "The program refuses the file, or ignores the line without a word.",
      fires,
      fixed
    )
  }

  func type(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "type",
      "A value that \(program) cannot take: of another type, or none of those allowed.",
      "The program refuses the file when it starts, at night and not before.",
      fires,
      fixed
    )
  }

  func required(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "required",
      "A key is missing without which \(program) does not start.",
      "The program refuses the file when it starts.",
      fires,
      fixed
    )
  }

  func range(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "range",
      "A number that is too small or too large for \(program).",
      "The program refuses the file, or silently takes another number.",
      fires,
      fixed
    )
  }

  func duration(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "duration",
      "A duration that \(program) cannot read.",
      "Programs write durations in different ways; a wrong one stops the start.",
      fires,
      fixed
    )
  }

  func bytes(_ fires: String, _ fixed: String) -> Rule {
    rule(
      "bytes",
      "An amount of data that \(program) cannot read.",
      "Programs write amounts in different ways; a wrong one stops the start.",
      fires,
      fixed
    )
  }

  /// A rule of the category whose example is a page with one fence.
  func rule(
    _ name: String,
    _ reports: String,
    _ why: String,
    _ fires: String,
    _ fixed: String
  ) -> Rule {
    Rule(
      "\(category)/\(name)",
      reports: reports,
      why: why,
      fires: page(fires),
      fixed: page(fixed)
    )
  }

  private func page(_ lines: String) -> Rule.Example {
    Rule.Example("# Files\n\n```yaml \(fence)\n\(lines)\n```\n")
  }
}
