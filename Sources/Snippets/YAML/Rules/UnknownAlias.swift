public import Diagnostics

extension Rule {
  /// An alias has no anchor.
  public static let unknownAlias = Rule(
    "yaml/unknown-alias",
    reports: "An alias names an anchor that the document does not have before it.",
    why: "The program that reads the file refuses it as a whole.",
    fires: .yaml("a: &one 1\nb: *two"),
    fixed: .yaml("a: &one 1\nb: *one")
  )
}

extension Diagnostic {
  static func unknownAlias(
    _ name: String,
    at range: Range<Int>,
    anchors: [String]
  ) -> Diagnostic {
    let near = NameIndex(anchors).nearest(to: name)
    return Diagnostic(
      .unknownAlias,
      at: range,
      "the alias `*\(name)` has no anchor before it",
      fixes: near.map {
        Fix("did you mean `*\($0)`?", edits: [Edit(Location(range: range), with: "*\($0)")])
      }
    )
  }
}
