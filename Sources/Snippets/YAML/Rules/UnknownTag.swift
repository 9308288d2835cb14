public import Diagnostics
internal import Languages

extension Rule {
  /// A tag that the reader does not know.
  public static let unknownTag = Rule(
    "yaml/unknown-tag",
    .warning,
    reports: "A value that starts with `!`, which makes it a tag that the program does not know.",
    why: "A value that was meant to start with `!` is lost, or the program rejects the file.",
    fires: .yaml("password: !secret"),
    fixed: .yaml("password: \"!secret\"")
  )
}

extension Diagnostic {
  static func unknownTags(in reading: YAMLReading) -> [Diagnostic] {
    reading.tree.nodes.compactMap { node in
      guard !node.isAlias, let place = node.tagRange else { return nil }
      let tag = String(decoding: reading.text[place], as: UTF8.self)
      let isEmpty = node.isScalar && node.range.isEmpty
      guard !isKnown(tag, reading.reader), reading.reader != nil || isEmpty else { return nil }
      let reader =
        reading.reader.map { "that \($0.name) does not know" } ?? "with nothing after it"
      let whole = place.lowerBound..<max(place.upperBound, node.range.upperBound)
      var finding = Diagnostic(
        .unknownTag,
        at: place,
        "`\(tag)` is a tag \(reader); quote a string that starts with `!`"
      )
      if isEmpty || (node.style.isPlain && node.isScalar) {
        let text = String(decoding: reading.text[whole], as: UTF8.self)
        if !text.utf8.contains(0x0A) { finding.fixes = [.quoting(text, at: whole)] }
      }
      if reading.reader == .pyYAML { finding.severity = .error }
      return finding
    }
  }

  private static func isKnown(_ tag: String, _ reader: YAMLDialect?) -> Bool {
    if tag == "!" || tag.hasPrefix("!<") { return true }
    if tag.hasPrefix("!!") { return core.contains(String(tag.dropFirst(2))) }
    return switch reader {
    case .pyYAML: ["!vault", "!vault-encrypted", "!unsafe"].contains(tag)
    case .goYAML: ["!reset", "!override"].contains(tag)
    case .goFields, nil: false
    }
  }

  private static let core: Set<String> = [
    "str", "int", "float", "bool", "null", "map", "seq", "binary", "timestamp", "set", "omap",
    "pairs", "merge", "value",
  ]
}
