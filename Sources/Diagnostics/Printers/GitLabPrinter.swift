/// Prints findings as a Code Quality report of GitLab.
public struct GitLabPrinter: Sendable {
  /// Creates a printer.
  public init() {}

  /// Returns one array; its order is that of the report.
  ///
  /// GitLab shows a sentence at a line, so the likeliest fix and other facts are in the sentence.
  public func print(_ report: Report) -> String {
    var fingerprint = Fingerprint()
    let entries = report.diagnostics.map { finding in
      let place = finding.location
      let line = report.position(at: place.range.lowerBound, in: place.path).line
      let words = [finding.sentence] + finding.facts
      return JSONText.object([
        ("description", JSONText.string(words.joined(separator: "; "))),
        ("check_name", JSONText.string(finding.rule)),
        ("fingerprint", JSONText.string(fingerprint.next(finding, in: report))),
        ("severity", JSONText.string(finding.severity == .error ? "major" : "minor")),
        (
          "location",
          JSONText.object([
            ("path", JSONText.string(place.path)),
            ("lines", JSONText.object([("begin", String(line))])),
          ])
        ),
      ])
    }
    return JSONText.array(entries) + "\n"
  }
}
