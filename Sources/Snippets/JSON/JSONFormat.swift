internal import Diagnostics
internal import Languages

extension Format {
  /// JSON files without a schema: their syntax, and keys that stand twice.
  static let json = Format(
    .text { $0.read(by: JSONDocument.init).findings(in: $0.text) },
    rules: [.jsonSyntax, .jsonDuplicate]
  )
}

extension JSONDocument {
  /// What is wrong with it as JSON.
  ///
  /// - Parameter text: what was read.
  /// - Returns: the findings, in the order of the text.
  func findings(in text: [UInt8]) -> [Diagnostic] {
    oddities.map { .jsonOddity($0) } + (mistake.map { [.jsonMistake($0, in: text)] } ?? [])
  }
}
