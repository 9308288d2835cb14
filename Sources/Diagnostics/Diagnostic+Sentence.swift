extension Diagnostic {
  /// The message with the likeliest fix, as formats show it that have no place for fixes.
  var sentence: String { fixes.first.map { "\(message); \($0.message)" } ?? message }

  /// The notes that are about no other place, for formats that show only those with one.
  var facts: [String] { notes.filter { $0.location == nil }.map(\.message) }
}
