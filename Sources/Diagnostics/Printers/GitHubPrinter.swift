/// Prints findings as workflow commands, which GitHub shows beside the changed lines.
///
/// A step shows ten errors and ten warnings; the last line, which is not a command, counts all.
public struct GitHubPrinter: Sendable {
  /// Creates a printer.
  public init() {}

  /// Returns one command for each finding.
  public func print(_ report: Report) -> String {
    let commands = report.diagnostics.map { finding in
      let place = finding.location
      let start = report.position(at: place.range.lowerBound, in: place.path)
      let end = report.position(at: place.range.upperBound, in: place.path)
      let properties = [
        ("file", place.path), ("line", String(start.line)), ("endLine", String(end.line)),
        ("col", String(start.column)), ("endColumn", String(end.column)),
        ("title", finding.rule),
      ].map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
      let words = [finding.message] + finding.fixes.map(\.message) + finding.facts
      let text = words.joined(separator: "\n")
      return "::\(finding.severity.rawValue) \(properties)::\(escaped(text, isProperty: false))\n"
    }
    guard !commands.isEmpty else { return "" }
    let count = "\(report.errorCount) errors, \(report.warningCount) warnings\n"
    return commands.joined() + count
  }

  /// What would end a command or one of its properties (`toolkit/packages/core/src/command.ts`), and
  /// what would control the terminal on which the log is read.
  private func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      case _ where TerminalText.isControl(scalar): out += scalar.escaped(asASCII: true)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
