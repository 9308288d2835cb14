internal import Diagnostics

extension Rule {
  static let undefinedReference = Rule(
    "link/undefined",
    reports: "A link by name, or a footnote, without a definition in the chapter.",
    why: "Readers see the brackets instead of a link.",
    fires: "# Steps\n\nSee [the manual][manul].\n\n[manual]: https://example.org/\n",
    fixed: "# Steps\n\nSee [the manual][manual].\n\n[manual]: https://example.org/\n"
  )
}

extension Diagnostic {
  static func undefinedReference(
    _ label: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .undefinedReference,
      at: location,
      "undefined link `\(label)`",
      notes: nearest.isEmpty ? [Note("A literal bracket is written `\\[`.")] : [],
      fixes: .didYouMean(nearest.map { "[\($0)]" }, at: location)
    )
  }

  static func undefinedFootnote(
    _ label: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .undefinedReference,
      at: location,
      "undefined footnote `\(label)`",
      fixes: .didYouMean(nearest.map { "[^\($0)]" }, at: location)
    )
  }
}
