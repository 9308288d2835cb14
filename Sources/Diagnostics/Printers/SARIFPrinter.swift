/// Prints findings as SARIF 2.1.0, the format of code scanning.
///
/// Lines and columns count from 1, columns in Unicode scalars; ends are exclusive.
public struct SARIFPrinter: Sendable {
  private let rules: [Rule]

  /// Creates a printer that describes the rules which the findings name.
  public init(rules: [Rule]) { self.rules = rules }

  /// Returns one log with one run.
  public func print(_ report: Report) -> String {
    let fired = Set(report.diagnostics.map(\.rule))
    let driver = JSONText.object([
      ("name", JSONText.string("docbuild")),
      ("rules", JSONText.array(rules.filter { fired.contains($0.id) }.map(descriptor))),
    ])
    var fingerprint = Fingerprint()
    let run = JSONText.object([
      ("tool", JSONText.object([("driver", driver)])),
      ("columnKind", JSONText.string("unicodeCodePoints")),
      ("results", JSONText.array(report.diagnostics.map { result($0, report, &fingerprint) })),
    ])
    return JSONText.object([
      ("$schema", JSONText.string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", JSONText.string("2.1.0")),
      ("runs", JSONText.array([run])),
    ]) + "\n"
  }

  private func descriptor(_ rule: Rule) -> String {
    JSONText.object([
      ("id", JSONText.string(rule.id)),
      ("shortDescription", message(rule.reports)),
      ("fullDescription", message("\(rule.reports) \(rule.why)")),
    ])
  }

  private func result(
    _ finding: Diagnostic,
    _ report: Report,
    _ fingerprint: inout Fingerprint
  ) -> String {
    let mark = fingerprint.next(finding, in: report)
    let related = finding.notes.compactMap { note in
      note.location.map { location($0, report, note.message) }
    }
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }.map { fix($0, report) }
    return JSONText.object([
      ("ruleId", JSONText.string(finding.rule)),
      ("level", JSONText.string(finding.severity.rawValue)),
      ("message", message(finding.message)),
      ("locations", JSONText.array([location(finding.location, report, nil)])),
      ("relatedLocations", JSONText.array(related)),
      ("fixes", JSONText.array(fixes)),
      ("partialFingerprints", JSONText.object([("docbuild/v1", JSONText.string(mark))])),
    ])
  }

  private func fix(_ fix: Diagnostic.Fix, _ report: Report) -> String {
    let changes = fix.edits.map { edit in
      JSONText.object([
        ("artifactLocation", artifact(edit.location.path)),
        (
          "replacements",
          JSONText.array([
            JSONText.object([
              ("deletedRegion", region(edit.location, report)),
              ("insertedContent", message(edit.text)),
            ])
          ])
        ),
      ])
    }
    return JSONText.object([
      ("description", message(fix.message)), ("artifactChanges", JSONText.array(changes)),
    ])
  }

  private func location(_ place: Location, _ report: Report, _ text: String?) -> String {
    let physical = JSONText.object([
      ("artifactLocation", artifact(place.path)), ("region", region(place, report)),
    ])
    let words = text.map { [("message", message($0))] } ?? []
    return JSONText.object([("physicalLocation", physical)] + words)
  }

  private func artifact(_ path: String) -> String {
    JSONText.object([("uri", JSONText.string(Self.reference(path)))])
  }

  private func region(_ place: Location, _ report: Report) -> String {
    let start = report.position(at: place.range.lowerBound, in: place.path)
    let end = report.position(at: place.range.upperBound, in: place.path)
    return JSONText.object([
      ("startLine", String(start.line)), ("startColumn", String(start.column)),
      ("endLine", String(end.line)), ("endColumn", String(end.column)),
    ])
  }

  private func message(_ text: String) -> String {
    JSONText.object([("text", JSONText.string(text))])
  }

  /// The path as a URI reference (RFC 3986): what is not unreserved or a slash is percent-encoded.
  static func reference(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let isPlain =
        65...90 ~= byte || 97...122 ~= byte || 48...57 ~= byte || "-._~/".utf8.contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
    }
    return text
  }
}
