internal import Diagnostics
internal import Text

/// The names that authors give to headings: `## A title {#name}`.
///
/// What else stands in the braces, such as classes, is for other programs.
struct HeadingNames {
  /// By the node of the heading.
  private(set) var names: [Int: String] = [:]
  private(set) var findings: [Diagnostic] = []

  /// Takes the names off the headings of a document.
  ///
  /// - Parameters:
  ///   - document: loses the names in its headings.
  ///   - place: returns where a heading is, by its line.
  init(from document: inout MarkdownDocument, place: (Int) -> Location?) {
    var first: [String: Location] = [:]
    for (index, node) in document.nodes.enumerated() {
      guard case .heading = node.kind, node.end > index + 1,
        case let last = document.nodes[node.end - 1], last.kind == .text,
        let braces = Self.braces(in: document.text[last.literal]),
        let location = place(node.firstLine)
      else { continue }
      let inside = document.text[braces].dropFirst().dropLast().text
      guard let name = Self.name(in: inside) else {
        findings.append(.brokenHeadingName("{\(inside)}", at: location))
        continue
      }
      if let earlier = first[name] {
        findings.append(.duplicateHeadingName(name, at: location, first: earlier))
      } else {
        names[index] = name
      }
      first[name] = first[name] ?? location
      let start = document.text[last.literal.lowerBound..<braces.lowerBound]
      let blanks = start.reversed().prefix { $0.isBlank }.count
      document.nodes[node.end - 1].literal = last.literal.lowerBound..<(braces.lowerBound - blanks)
    }
  }

  /// The braces at the end of a text that begin with `#`, or with `:` and `#`.
  private static func braces(in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard text.last == .closeBrace, let open = text.lastIndex(of: .openBrace) else { return nil }
    let inside = text[(open + 1)...].drop { $0.isBlank || $0 == .colon }
    let isApart = open == text.startIndex || text[open - 1].isBlank
    return inside.first == .hash && isApart ? open..<text.endIndex : nil
  }

  private static func name(in inside: String) -> String? {
    let words = words(in: inside.drop { $0 == ":" })
    guard let name = words.first?.dropFirst(), !name.isEmpty,
      name.utf8.allSatisfy({ $0.isNameByte || "-.:".utf8.contains($0) || $0 >= 0x80 }),
      words.dropFirst().allSatisfy({ $0.hasPrefix(".") || $0.contains("=") })
    else { return nil }
    return String(name)
  }

  /// Words parted by blanks outside of double quotes.
  private static func words(in text: Substring) -> [Substring] {
    var isQuoted = false
    return text.split { character in
      if character == "\"" { isQuoted.toggle() }
      return !isQuoted && (character == " " || character == "\t")
    }
  }
}
