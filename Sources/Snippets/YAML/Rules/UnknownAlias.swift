public import Diagnostics

extension Rule {
  /// An alias has no anchor.
  public static let unknownAlias = Rule(
    "yaml/unknown-alias",
    reports: "An alias whose anchor is not defined before it.",
    why: "The program rejects the whole file.",
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
      "undefined anchor `\(name)`",
      fixes: near.map {
        .didYouMean($0, as: "*\($0)", edits: [Edit(Location(range: range), with: "*\($0)")])
      }
    )
  }
}
