/// Prints findings as SARIF 2.1.0, the format of code scanning.
///
/// Lines and columns count from 1, columns in Unicode scalars; ends are exclusive.
public struct SARIFPrinter: Sendable {
  private let rules: [Rule]
  private let site: String?

  /// Creates a printer that describes the rules which the findings name.
  ///
  /// - Parameters:
  ///   - rules: all that there are.
  ///   - site: the address of the project's site with a `/` at its end, whose page of rules each
  ///     rule leads to; nothing where the project has none.
  public init(rules: [Rule], site: String? = nil) {
    self.rules = rules
    self.site = site
  }

  /// Returns one log with one run.
  public func print(_ report: Report) -> String {
    let found = Set(report.diagnostics.map(\.rule))
    let fired = rules.filter { found.contains($0.id) }
    let driver = JSONText.object([
      ("name", JSONText.string(Tool.name)),
      ("semanticVersion", JSONText.string(Tool.version)),
      ("rules", JSONText.array(fired.map(descriptor))),
    ])
    let places = Dictionary(zip(fired.map(\.id), fired.indices)) { first, _ in first }
    var fingerprint = Fingerprint()
    let run = JSONText.object([
      ("tool", JSONText.object([("driver", driver)])),
      ("columnKind", JSONText.string("unicodeCodePoints")),
      (
        "results",
        JSONText.array(report.diagnostics.map { result($0, places[$0.rule], report, &fingerprint) })
      ),
    ])
    return JSONText.object([
      ("$schema", JSONText.string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", JSONText.string("2.1.0")),
      ("runs", JSONText.array([run])),
    ]) + "\n"
  }

  private func descriptor(_ rule: Rule) -> String {
    let page = site.map { "\($0)rules.html#\(rule.id.replacing("/", with: "-"))" }
    return JSONText.object(
      [
        ("id", JSONText.string(rule.id)),
        ("shortDescription", message(rule.reports)),
        ("fullDescription", message("\(rule.reports) \(rule.why)")),
      ] + (page.map { [("helpUri", JSONText.string($0))] } ?? []) + [
        ("help", message("\(rule.why)\nThis fires (\(rule.fires.path)):\n\n\(rule.fires.text)")),
        (
          "defaultConfiguration",
          JSONText.object([("level", JSONText.string(rule.severity.rawValue))])
        ),
      ]
    )
  }

  private func result(
    _ finding: Diagnostic,
    _ place: Int?,
    _ report: Report,
    _ fingerprint: inout Fingerprint
  ) -> String {
    let mark = fingerprint.next(finding, in: report)
    let related = finding.notes.compactMap { note in
      note.location.map { location($0, report, note.message) }
    }
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }.map { fix($0, report) }
    let words = [finding.sentence] + finding.facts
    let sets = finding.sets.map { JSONText.string($0.description) }
    return JSONText.object(
      [("ruleId", JSONText.string(finding.rule))]
        + (place.map { [("ruleIndex", String($0))] } ?? []) + [
          ("level", JSONText.string(finding.severity.rawValue)),
          ("message", message(words.joined(separator: "\n"))),
          ("locations", JSONText.array([location(finding.location, report, nil)])),
          ("relatedLocations", JSONText.array(related)),
          ("fixes", JSONText.array(fixes)),
          ("partialFingerprints", JSONText.object([("docbuild/v1", JSONText.string(mark))])),
          ("properties", JSONText.object([("sets", JSONText.array(sets))])),
        ]
    )
  }

  private func fix(_ fix: Diagnostic.Fix, _ report: Report) -> String {
    let paths = fix.edits.reduce(into: [String]()) { paths, edit in
      if !paths.contains(edit.location.path) { paths.append(edit.location.path) }
    }
    let changes = paths.map { path in
      let replacements = fix.edits.filter { $0.location.path == path }.map { edit in
        JSONText.object([
          ("deletedRegion", region(edit.location, report)), ("insertedContent", message(edit.text)),
        ])
      }
      return JSONText.object([
        ("artifactLocation", artifact(path)), ("replacements", JSONText.array(replacements)),
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
