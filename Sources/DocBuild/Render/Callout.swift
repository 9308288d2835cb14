/// The kinds of callouts, written as a quote that begins with `[!NOTE]`.
package enum Callout: String, CaseIterable, Sendable {
  case note
  case tip
  case important
  case warning
  case caution

  /// The word above the callout.
  package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The mark that begins one in Markdown.
  package var mark: [UInt8] { Array("[!\(rawValue.uppercased())]".utf8) }
}
