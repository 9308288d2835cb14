internal import Diagnostics
internal import Machine
internal import Snippets
internal import Text
internal import Values

extension Rule {
  static let unquotedPlaceholder = Rule(
    "placeholder/unquoted",
    .warning,
    reports: "A secret or a version in YAML without quotes.",
    why: "If its value is `12345678`, `1e10` or `1.10`, the program reads a number.",
    fires: "# Files\n\n```yaml schema=yaml reason=\"an example\"\npassword: <<secret.db>>\n```\n",
    fixed:
      "# Files\n\n```yaml schema=yaml reason=\"an example\"\npassword: \"<<secret.db>>\"\n```\n"
  )
}

extension Diagnostic {
  /// Finds placeholders that are the whole of a scalar whose type its reader guesses, and whose value
  /// may look like a number whatever stands there today.
  ///
  /// - Parameters:
  ///   - text: of a file, with the values of one server.
  ///   - chapters: whose fences make the file.
  ///   - scalars: where its reader guesses types, in bytes of the text.
  ///   - values: the values of the set, with their declarations.
  /// - Returns: a warning for each, at the placeholder.
  static func unquotedPlaceholders(
    in text: MappedText,
    of chapters: [Chapter],
    at scalars: [Range<Int>],
    _ values: ValueTable
  ) -> [Diagnostic] {
    let places = Set(scalars.compactMap { text.origin(of: $0) })
    return chapters.flatMap(\.holes).compactMap { hole in
      guard places.contains(hole.location), case .value(let reference) = hole.content,
        let type = values.entry(at: reference.path)?.declaration.type, type.mayLookLikeNumber
      else { return nil }
      let (start, end) = (hole.location.range.lowerBound, hole.location.range.upperBound)
      let edits = [start, end].map { offset in
        Edit(Location(path: hole.location.path, range: offset..<offset), with: "\"")
      }
      return Diagnostic(
        .unquotedPlaceholder,
        at: hole.location,
        "expected quotes around `\(reference.path)`; a value such as `\(type.numericExample)` would be a number",
        fixes: [Fix("put it in quotes", edits: edits)]
      )
    }
  }

  /// Whether a chapter has a placeholder that needs quotes.
  static func mayNeedQuotes(_ chapter: Chapter, _ values: ValueTable) -> Bool {
    chapter.holes.contains { hole in
      guard case .value(let reference) = hole.content else { return false }
      return values.entry(at: reference.path)?.declaration.type.mayLookLikeNumber ?? false
    }
  }
}

extension ValueType {
  fileprivate var mayLookLikeNumber: Bool {
    switch kind {
    case .version: true
    case .secret: charset.map { $0.utf8.contains { $0.isDigit } } ?? true
    default: false
    }
  }

  fileprivate var numericExample: String { kind == .version ? "1.10" : "12345678" }
}
