/// Prints findings for people: a first line that editors and grep understand, then the source
/// line with the place marked, the likeliest fix, the notes and the sets.
public struct TextPrinter: Sendable {
  private let paint: Paint

  /// Creates a printer.
  ///
  /// - Parameter colour: whether to write ANSI colours; decided at the edge from the terminal and
  ///   `NO_COLOR`.
  public init(colour: Bool) {
    paint = Paint(enabled: colour)
  }

  /// Returns all findings and a last line that counts them; empty where there are none.
  public func print(_ report: Report) -> String {
    guard !report.diagnostics.isEmpty else { return "" }
    let blocks = report.diagnostics.map { block($0, report.files) }
    return blocks.joined(separator: "\n") + "\n" + count(report) + "\n"
  }

  private func block(_ finding: Diagnostic, _ files: [String: SourceFile]) -> String {
    let head =
      place(finding.location, files) + ": "
      + paint(finding.severity == .error ? .red : .yellow, finding.severity.rawValue) + ": "
      + finding.message + " " + paint(.dim, "[\(finding.rule)]") + "\n"
    let file = finding.hidesSource ? nil : files[finding.location.path]
    let source = file.map { excerpt(finding, in: $0) } ?? ""
    let margin = margin(of: finding, in: file)
    let notes = finding.notes.map { note in
      note.location.map { place($0, files) + ": note: \(note.message)\n" }
        ?? "\(margin) = note: \(note.message)\n"
    }
    let others = finding.fixes.dropFirst().map { "\(margin) = help: \($0.message)\n" }
    let names = finding.sets.map(\.description).joined(separator: ", ")
    let sets = names.isEmpty ? "" : "\(margin) = sets: \(names)\n"
    return head + source + others.joined() + notes.joined() + sets
  }

  /// Blanks as wide as the number of the line.
  private func margin(of finding: Diagnostic, in file: SourceFile?) -> String {
    let line = file?.position(at: finding.location.range.lowerBound).line ?? 1
    return String(repeating: " ", count: String(line).count)
  }

  private func excerpt(_ finding: Diagnostic, in file: SourceFile) -> String {
    let range = finding.location.range
    let start = file.position(at: range.lowerBound)
    let lineRange = file.range(ofLine: start.line)
    let source = visible(file.bytes[lineRange])
    let markedEnd = min(
      max(range.upperBound, range.lowerBound),
      max(lineRange.upperBound, range.lowerBound)
    )
    let width = max(1, file.bytes[range.lowerBound..<markedEnd].count { $0 & 0xC0 != 0x80 })
    let number = String(start.line)
    let gutter = margin(of: finding, in: file)
    let excerpt = Excerpt(of: source, from: start.column - 1, width: width)
    let indent = String(repeating: " ", count: excerpt.indent)
    let marks = String(repeating: "^", count: excerpt.width)
    let help = finding.fixes.first.map { " " + $0.message } ?? ""
    let colour: Paint.Colour = finding.severity == .error ? .red : .yellow
    return
      "\(gutter) |\n\(number) | \(excerpt.text)\n\(gutter) | \(indent)\(paint(colour, marks + help))\n"
      + "\(gutter) |\n"
  }

  /// The line with tabs and control characters as one blank each, so that marks stand beneath.
  private func visible(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  private func place(_ location: Location, _ files: [String: SourceFile]) -> String {
    guard let file = files[location.path] else { return location.path }
    let position = file.position(at: location.range.lowerBound)
    return paint(.bold, "\(location.path):\(position.line):\(position.column)")
  }

  private func count(_ report: Report) -> String {
    func many(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    var parts: [String] = []
    if report.errorCount > 0 { parts.append(many(report.errorCount, "error")) }
    if report.warningCount > 0 { parts.append(many(report.warningCount, "warning")) }
    let files = Set(report.diagnostics.map(\.location.path)).count
    return parts.joined(separator: ", ") + " in " + many(files, "file")
  }
}

/// ANSI colours, or none.
private struct Paint: Sendable {
  enum Colour: String {
    case bold = "1"
    case dim = "2"
    case red = "31;1"
    case yellow = "33;1"
  }

  let enabled: Bool

  func callAsFunction(_ colour: Colour, _ text: String) -> String {
    enabled ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
