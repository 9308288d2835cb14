internal import Diagnostics

extension Rule {
  static let unknownCallout = Rule(
    "page/callout",
    .warning,
    reports: "A quote begins with the mark of a callout that does not exist.",
    why: "Readers see an ordinary quote with the mark as its first words.",
    fires: "# Restore\n\n> [!WARNNIG]\n> This deletes the data.\n",
    fixed: "# Restore\n\n> [!WARNING]\n> This deletes the data.\n"
  )
}

extension Diagnostic {
  static func unknownCallout(
    _ mark: String,
    at location: Location,
    among callouts: [Callout]
  ) -> Diagnostic {
    let known = callouts.map { "[!\($0.name.uppercased())]" }
    let near = NameIndex(known).nearest(to: mark.uppercased())
    return Diagnostic(
      .unknownCallout,
      at: location,
      "unknown callout `\(mark)`"
        + (near.isEmpty ? "; expected \(known.map { "`\($0)`" }.alternatives)" : ""),
      fixes: .didYouMean(near, at: location)
    )
  }
}
