/// Prints findings in the Reviewdog Diagnostic Format.
///
/// Lines count from 1, columns from 1 in UTF-8 bytes; ends are exclusive.
public struct RDJSONPrinter: Sendable {
  /// Creates a printer.
  public init() {}

  /// Returns one object that holds every finding.
  public func print(_ report: Report) -> String {
    JSONText.object([
      ("source", JSONText.object([("name", JSONText.string(Tool.name))])),
      ("diagnostics", JSONText.array(report.diagnostics.map { diagnostic($0, report) })),
    ]) + "\n"
  }

  private func diagnostic(_ finding: Diagnostic, _ report: Report) -> String {
    // A suggestion replaces one range of the same file; other fixes are in the message.
    let edits = finding.fixes.filter { fix in
      fix.edits.count == 1 && fix.edits[0].location.path == finding.location.path
    }.map { $0.edits[0] }
    let suggestions = edits.map { edit in
      JSONText.object([
        ("range", range(edit.location, report)), ("text", JSONText.string(edit.text)),
      ])
    }
    let related = finding.notes.compactMap { note in
      note.location.map { place in
        JSONText.object([
          ("message", JSONText.string(note.message)), ("location", location(place, report)),
        ])
      }
    }
    let words = [finding.sentence] + finding.facts
    return JSONText.object([
      ("message", JSONText.string(words.joined(separator: "\n"))),
      ("location", location(finding.location, report)),
      ("severity", JSONText.string(finding.severity == .error ? "ERROR" : "WARNING")),
      ("code", JSONText.object([("value", JSONText.string(finding.rule))])),
      ("suggestions", JSONText.array(suggestions)),
      ("relatedLocations", JSONText.array(related)),
    ])
  }

  private func location(_ place: Location, _ report: Report) -> String {
    JSONText.object([
      ("path", JSONText.string(place.path)), ("range", range(place, report)),
    ])
  }

  private func range(_ place: Location, _ report: Report) -> String {
    JSONText.object([
      ("start", position(place.range.lowerBound, place.path, report)),
      ("end", position(place.range.upperBound, place.path, report)),
    ])
  }

  private func position(_ offset: Int, _ path: String, _ report: Report) -> String {
    let file = report.files[path] ?? SourceFile(path: path, bytes: [])
    return JSONText.object([
      ("line", String(file.line(containing: offset))),
      ("column", String(file.byteColumn(at: offset))),
    ])
  }
}
