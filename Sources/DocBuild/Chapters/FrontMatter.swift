package import Diagnostics
internal import Languages
internal import Snippets
package import Text

/// What is between `---` lines at the head of a chapter.
package struct FrontMatter: Sendable {
  package var title: String?
  package var summary: String?
  /// The pages at which the chapter was before, with the places that name them.
  package var redirects: [(page: String, location: Location)] = []
  /// Where the text of the chapter begins, in bytes of the expanded text.
  package var end = 0

  private static let fields = ["title", "description", "sources", "redirect_from"]

  /// Reads the front matter of an expanded chapter, which may have none.
  ///
  /// - Parameters:
  ///   - text: the chapter.
  ///   - others: keys that other programs read, `*` for any characters.
  /// - Returns: what it says, and what is wrong with it.
  package static func read(_ text: MappedText, beside others: [String]) -> Outcome<FrontMatter> {
    var result = Outcome(FrontMatter())
    func place(_ range: Range<Int>) -> Location {
      text.origin(of: range) ?? Location(range: range)
    }
    switch FrontMatterBounds(of: SourceFile(path: "", bytes: text.bytes)) {
    case .absent: break
    case .unclosed(let opening, let end):
      result.value.end = end
      result.diagnostics = [
        .wrongFrontMatter("expected a second line `---` after the front matter", at: place(opening))
      ]
    case .misplaced(let opening, let end):
      result.value.end = end
      result.diagnostics = [
        .wrongFrontMatter(
          "expected `---` at the start of the first line of the file",
          at: place(opening)
        )
      ]
    case .toml(let opening, let end):
      result.value.end = end
      result.diagnostics = [
        .wrongFrontMatter(
          "expected YAML between lines `---`, found TOML between lines `+++`",
          at: place(opening)
        )
      ]
    case .present(let yaml, let end):
      result.value.end = end
      result.value.read(Array(text.bytes[yaml]), others, &result.diagnostics) { range in
        place((range.lowerBound + yaml.lowerBound)..<(range.upperBound + yaml.lowerBound))
      }
    }
    return result
  }

  private mutating func read(
    _ yaml: [UInt8],
    _ others: [String],
    _ diagnostics: inout [Diagnostic],
    _ place: (Range<Int>) -> Location
  ) {
    let outcome = YAMLTree.parse(yaml)
    diagnostics = outcome.diagnostics.map { $0.relocated { place($0.range) } }
    guard let root = outcome.value.root, !root.isNull else { return }
    guard root.isMapping else {
      if diagnostics.isEmpty {
        diagnostics.append(
          .wrongFrontMatter(
            "expected keys such as `title: …` between the lines `---`, found \(root.shape)",
            at: place(root.range),
            help: "write `***` for a line across the page"
          )
        )
      }
      return
    }
    for (key, value) in root.entries {
      guard Self.fields.contains(key.text) else {
        guard !others.contains(where: { Glob.matches($0, key.text) }) else { continue }
        let near = NameIndex(Self.fields).nearest(to: key.text)
        diagnostics.append(
          near.isEmpty
            ? .undeclaredKey(key.text, at: place(key.range))
            : .unknownField(key.text, at: place(key.range), nearest: near, allowed: Self.fields)
        )
        continue
      }
      let isList = key.text == "sources" || key.text == "redirect_from"
      let values = isList && value.isSequence ? value.elements : [value]
      for value in values {
        guard value.isScalar, !value.isNull, !value.text.allSatisfy(\.isWhitespace) else {
          let expected = isList ? "expected strings" : "expected a string"
          diagnostics.append(
            .wrongFrontMatter(
              "\(expected) in `\(key.text)`, found \(value.shape)",
              at: place(value.range.isEmpty ? key.range : value.range)
            )
          )
          continue
        }
        take(value.text, as: key.text, at: place(value.range))
      }
    }
  }

  private mutating func take(_ text: String, as field: String, at location: Location) {
    switch field {
    case "title": title = text
    case "description": summary = text
    case "redirect_from": redirects.append((text, location))
    default: break
    }
  }
}

extension YAMLNode {
  /// What it is, in words.
  fileprivate var shape: String {
    if isMapping { return "a mapping" }
    if isSequence { return "a list" }
    return isNull || text.allSatisfy(\.isWhitespace) ? "nothing" : "a string"
  }
}
