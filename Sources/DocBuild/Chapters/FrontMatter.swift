package import Diagnostics
internal import Languages
internal import Snippets
package import Text

/// What stands between `---` lines at the head of a chapter.
package struct FrontMatter: Sendable {
  package var title: String?
  package var summary: String?
  /// The pages at which the chapter stood before, with the places that name them.
  package var redirects: [(page: String, location: Location)] = []
  /// Where the text of the chapter begins, in bytes of the expanded text.
  package var end = 0

  /// Reads the front matter of an expanded chapter, which may have none.
  package static func read(_ text: MappedText) -> Outcome<FrontMatter> {
    var result = Outcome(FrontMatter())
    guard text.bytes.starts(with: "---".utf8) else { return result }
    let lines = SourceFile(path: "", bytes: text.bytes)
    guard text.bytes[lines.range(ofLine: 1)].elementsEqual("---".utf8), lines.lineCount > 2,
      let closing = (2...lines.lineCount).first(where: {
        text.bytes[lines.range(ofLine: $0)].elementsEqual("---".utf8)
      })
    else { return result }
    let start = lines.range(ofLine: 2).lowerBound
    let end = lines.range(ofLine: closing).lowerBound
    result.value.end = min(lines.range(ofLine: closing).upperBound + 1, text.bytes.count)
    let outcome = YAMLTree.parse(Array(text.bytes[start..<end]))
    func place(_ range: Range<Int>) -> Location {
      text.origin(of: (range.lowerBound + start)..<(range.upperBound + start))
        ?? Location(range: range)
    }
    result.diagnostics = outcome.diagnostics.map { $0.relocated { place($0.range) } }
    let allowed = ["title", "description", "sources", "redirect_from"]
    for (key, value) in outcome.value.root?.entries ?? [] {
      switch key.text {
      case "title": result.value.title = value.text
      case "description": result.value.summary = value.text
      case "sources": break
      case "redirect_from":
        for node in value.elements.isEmpty ? [value] : value.elements {
          result.value.redirects.append((node.text, place(node.range)))
        }
      default:
        result.diagnostics.append(
          .unknownField(
            key.text,
            at: place(key.range),
            nearest: NameIndex(allowed).nearest(to: key.text),
            allowed: allowed
          )
        )
      }
    }
    return result
  }
}
