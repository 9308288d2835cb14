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
    let blocks = report.diagnostics.map { block($0, report) }
    return blocks.joined(separator: "\n") + "\n" + count(report) + "\n"
  }

  private func block(_ finding: Diagnostic, _ report: Report) -> String {
    let files = report.files
    let head =
      place(finding.location, files) + ": "
      + paint(finding.severity == .error ? .red : .yellow, finding.severity.rawValue) + ": "
      + TerminalText.line(finding.message) + " " + paint(.dim, "[\(finding.rule)]") + "\n"
    let file = finding.hidesSource ? nil : files[finding.location.path]
    let source = file.map { excerpt(finding, in: $0, report.concealment) } ?? ""
    let margin = margin(of: finding, in: file)
    let notes = finding.notes.map { note in
      let words = TerminalText.line(note.message)
      return note.location.map { place($0, files) + ": note: \(words)\n" }
        ?? "\(margin) = note: \(words)\n"
    }
    let shown = source.isEmpty ? 0 : 1
    let others = finding.fixes.dropFirst(shown).map {
      "\(margin) = help: \(TerminalText.line($0.message))\n"
    }
    let names = TerminalText.line(finding.sets.map(\.description).joined(separator: ", "))
    let sets = names.isEmpty ? "" : "\(margin) = sets: \(names)\n"
    return head + source + others.joined() + notes.joined() + sets
  }

  /// Blanks as wide as the number of the line.
  private func margin(of finding: Diagnostic, in file: SourceFile?) -> String {
    let line = file?.position(at: finding.location.range.lowerBound).line ?? 1
    return String(repeating: " ", count: String(line).count)
  }

  private func excerpt(
    _ finding: Diagnostic,
    in file: SourceFile,
    _ concealment: Concealment
  ) -> String {
    let range = finding.location.range
    let start = file.position(at: range.lowerBound)
    let lineRange = file.range(ofLine: start.line)
    let source = visible(concealment.masked(lineRange, of: file))
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
    let help = finding.fixes.first.map { " " + TerminalText.line($0.message) } ?? ""
    let colour: Paint.Colour = finding.severity == .error ? .red : .yellow
    return
      "\(gutter) |\n\(number) | \(excerpt.text)\n\(gutter) | \(indent)\(paint(colour, marks + help))\n"
      + "\(gutter) |\n"
  }

  /// The line with tabs and control characters as one character each, so that marks are beneath.
  private func visible(_ line: [UInt8]) -> String {
    let text = String(decoding: line.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    guard text.unicodeScalars.contains(where: TerminalText.isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      shown.unicodeScalars.append(TerminalText.isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }

  private func place(_ location: Location, _ files: [String: SourceFile]) -> String {
    let path = TerminalText.line(location.path)
    guard let file = files[location.path] else { return path }
    let position = file.position(at: location.range.lowerBound)
    return paint(.bold, "\(path):\(position.line):\(position.column)")
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
