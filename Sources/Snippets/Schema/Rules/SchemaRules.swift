internal import Diagnostics

/// The rules of one category that a schema's failures are findings of.
struct SchemaRules: Sendable {
  /// A key that the program does not know.
  let unknownKey: Rule
  /// A value of another type, or none of those allowed.
  let type: Rule
  /// A key that has to be there.
  let required: Rule
  /// A number beyond its bounds.
  let range: Rule
  /// Formats that have a rule of their own; the others are of ``type``.
  let formats: [String: Rule]
  /// What the entries of a mapping at the top are called: `services` holds a `service` each.
  let nouns: [String: String]

  /// Two files: one that fires a rule, and the same one mended.
  typealias Examples = (fires: Rule.Example, fixed: Rule.Example)

  /// Words the rules that every category has, with the category's own examples.
  ///
  /// - Parameters:
  ///   - category: such as `compose`.
  ///   - program: who reads the file, as sentences name it.
  ///   - unknownKey: the examples of this rule.
  ///   - type: those of this one.
  ///   - required: those of this one; nothing where the schema requires nothing, so that ``type``
  ///     stands for it.
  ///   - range: those of this one; nothing where the schema bounds nothing.
  ///   - durations: the examples for a format of the schema that is a duration.
  ///   - bytes: those for a format that is an amount of data.
  ///   - nouns: what the entries of mappings at the top are called.
  init(
    category: String,
    program: String,
    unknownKey: Examples,
    type: Examples,
    required: Examples? = nil,
    range: Examples? = nil,
    durations: (format: String, examples: Examples)? = nil,
    bytes: (format: String, examples: Examples)? = nil,
    nouns: [String: String] = [:]
  ) {
    func rule(_ name: String, _ reports: String, _ why: String, _ examples: Examples) -> Rule {
      Rule(
        "\(category)/\(name)",
        reports: reports,
        why: why,
        fires: examples.fires,
        fixed: examples.fixed
      )
    }
    self.unknownKey = rule(
      "unknown-key",
      "A key that \(program) does not know.",
      "The program rejects the file, or silently ignores the line.",
      unknownKey
    )
    let type = rule(
      "type",
      "A value of a type that \(program) does not accept, or that is not one of those allowed.",
      "The program rejects the file, often not before it starts.",
      type
    )
    self.type = type
    self.required =
      required.map {
        rule(
          "required",
          "A missing key that \(program) requires.",
          "The program rejects the file when it starts.",
          $0
        )
      } ?? type
    self.range =
      range.map {
        rule(
          "range",
          "A number that is too small or too large for \(program).",
          "The program rejects the file, or silently uses another number.",
          $0
        )
      } ?? type
    var formats: [String: Rule] = [:]
    if let durations {
      formats[durations.format] = rule(
        "duration",
        "A duration that \(program) cannot parse.",
        "Programs write durations in different ways, and a wrong one keeps the program from starting.",
        durations.examples
      )
    }
    if let bytes {
      formats[bytes.format] = rule(
        "bytes",
        "An amount of data that \(program) cannot parse.",
        "Programs write amounts in different ways, and a wrong one keeps the program from starting.",
        bytes.examples
      )
    }
    self.formats = formats
    self.nouns = nouns
  }

  /// Every rule, each once.
  var all: [Rule] {
    var rules: [Rule] = []
    for rule in [unknownKey, type, required, range] + formats.values.sorted(by: { $0.id < $1.id })
    where !rules.contains(rule) { rules.append(rule) }
    return rules
  }
}
