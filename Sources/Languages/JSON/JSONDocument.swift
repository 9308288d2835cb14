/// A JSON text as its reader sees it.
package struct JSONDocument: Sendable {
  /// Nothing where the text cannot be understood.
  package let value: TypedValue?
  /// What ended the reading; nothing where the text is JSON.
  package let mistake: JSONReader.Mistake?
  /// What readers of JSON take in different ways, in the order of the text.
  package let oddities: [JSONReader.Oddity]

  /// Reads a text.
  package init(_ text: [UInt8]) { (value, mistake, oddities) = JSONReader.survey(text) }
}
