internal import Diagnostics
internal import Text

/// What a program knows: its directives, and the words that each takes.
///
/// Written as a text, a directive a line: its name, the shape of each word behind it, and what else
/// there is to know behind a `;`. A shape with `?` may be left out, with `+` may be repeated, and
/// with `*` both. A line `[NAME]` begins the directives of a section. `#` begins a comment.
package struct DirectiveTable: Sendable {
  /// A directive of the program.
  package struct Directive: Sendable {
    package let name: String
    package let arguments: [Argument]
    /// Names and texts behind the `;`, such as `removed` and `4.17`.
    package let facts: [String: String]
  }

  /// A word behind a directive.
  package struct Argument: Sendable {
    package let shape: ValueShape
    package var isOptional = false
    package var isRepeated = false
  }

  private var sections: [String: [String: Directive]] = [:]
  private var order: [String: [String]] = [:]
  private let ignoresCase: Bool

  /// Reads a table of the tool.
  ///
  /// - Parameters:
  ///   - text: the table.
  ///   - shapes: those of the program, by name.
  ///   - ignoresCase: whether the program takes names and words in capitals, too.
  package init(_ text: [UInt8], shapes: [String: ValueShape] = [:], ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    var section = ""
    for line in text.text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
        continue
      }
      let halves = line.split(separator: ";", maxSplits: 1)
      let words = (halves.first ?? "").split(separator: " ").map(String.init)
      guard let name = words.first else { continue }
      let directive = Directive(
        name: name,
        arguments: words.dropFirst().map { Self.argument($0, shapes, ignoresCase) },
        facts: halves.count > 1 ? Self.facts(halves[1]) : [:]
      )
      sections[section, default: [:]][name] = directive
      order[section, default: []].append(name)
    }
  }

  private static func argument(
    _ text: String,
    _ shapes: [String: ValueShape],
    _ ignoresCase: Bool
  ) -> Argument {
    let mark = text.last.flatMap { "?+*".contains($0) ? $0 : nil }
    let name = mark == nil ? text : String(text.dropLast())
    let shape = ValueShape.read(name, beside: shapes, ignoringCase: ignoresCase)
    guard let shape else { preconditionFailure("a table of the tool has a shape `\(text)`") }
    return Argument(
      shape: shape,
      isOptional: mark == "?" || mark == "*",
      isRepeated: mark == "+" || mark == "*"
    )
  }

  private static func facts(_ text: Substring) -> [String: String] {
    var facts: [String: String] = [:]
    for fact in text.split(separator: ",") {
      let words = fact.split(separator: " ", maxSplits: 1)
      guard let name = words.first else { continue }
      facts[String(name)] = words.count > 1 ? String(words[1]) : ""
    }
    return facts
  }

  /// Returns a directive of a section, by its name.
  package func directive(_ name: String, in section: String = "") -> Directive? {
    sections[section]?[ignoresCase ? name.lowercased() : name]
  }

  /// The names of the sections, that of the directives before any section being empty.
  package var sectionNames: [String] { sections.keys.sorted() }

  /// Returns the names of a section's directives, in the order of the table.
  package func names(in section: String = "") -> [String] { order[section] ?? [] }
}
