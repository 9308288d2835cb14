/// Prints findings as JSON, one object a line.
///
/// Columns count Unicode scalars from 1, byte offsets start at 0, ends are exclusive.
public struct JSONPrinter: Sendable {
  /// Creates a printer.
  public init() {}

  /// Returns one line for each finding.
  public func print(_ report: Report) -> String {
    report.diagnostics.map { object(for: $0, report) + "\n" }.joined()
  }

  private func object(for finding: Diagnostic, _ report: Report) -> String {
    let range = finding.location.range
    let start = report.position(at: range.lowerBound, in: finding.location.path)
    let end = report.position(at: range.upperBound, in: finding.location.path)
    return JSONText.object([
      ("rule", JSONText.string(finding.rule)),
      ("severity", JSONText.string(finding.severity.rawValue)),
      ("path", JSONText.string(finding.location.path)),
      ("line", String(start.line)),
      ("column", String(start.column)),
      ("end_line", String(end.line)),
      ("end_column", String(end.column)),
      ("byte_start", String(range.lowerBound)),
      ("byte_end", String(range.upperBound)),
      ("message", JSONText.string(finding.message)),
      ("notes", JSONText.array(finding.notes.map { object(for: $0, report) })),
      ("fixes", JSONText.array(finding.fixes.map(object(for:)))),
      ("sets", JSONText.array(finding.sets.map(object(for:)))),
    ])
  }

  private func object(for note: Diagnostic.Note, _ report: Report) -> String {
    guard let location = note.location else {
      return JSONText.object([("message", JSONText.string(note.message))])
    }
    let start = report.position(at: location.range.lowerBound, in: location.path)
    return JSONText.object([
      ("message", JSONText.string(note.message)),
      ("path", JSONText.string(location.path)),
      ("line", String(start.line)),
      ("column", String(start.column)),
    ])
  }

  private func object(for fix: Diagnostic.Fix) -> String {
    let edits = fix.edits.map { edit in
      JSONText.object([
        ("path", JSONText.string(edit.location.path)),
        ("byte_start", String(edit.location.range.lowerBound)),
        ("byte_end", String(edit.location.range.upperBound)),
        ("text", JSONText.string(edit.text)),
      ])
    }
    return JSONText.object([
      ("message", JSONText.string(fix.message)), ("edits", JSONText.array(edits)),
    ])
  }

  private func object(for set: SetID) -> String {
    JSONText.object([
      ("scale", JSONText.string(set.scale)),
      ("customer", set.customer.map(JSONText.string) ?? "null"),
    ])
  }
}
