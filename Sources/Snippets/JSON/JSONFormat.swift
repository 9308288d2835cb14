internal import Diagnostics
internal import Languages

extension Format {
  /// JSON files without a schema: their syntax, and keys that stand twice.
  static let json = Format(
    .text { JSONDocument($0.text).diagnostics },
    rules: [.jsonSyntax, .jsonDuplicate]
  )
}

/// A JSON file, and what is wrong with it as JSON.
struct JSONDocument {
  /// Nothing where the text cannot be understood.
  let value: TypedValue?
  let diagnostics: [Diagnostic]

  init(_ text: [UInt8]) {
    let (value, mistake, oddities) = JSONReader.survey(text)
    self.value = value
    diagnostics =
      oddities.map { .jsonOddity($0) } + (mistake.map { [.jsonMistake($0, in: text)] } ?? [])
  }
}
