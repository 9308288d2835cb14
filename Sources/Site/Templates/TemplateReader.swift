package import Diagnostics
internal import DocBuild
internal import Text

/// Cuts a template at its tags.
package struct TemplateReader {
  private let file: SourceFile
  private var index = 0
  private var open: [Section]
  private var diagnostics: [Diagnostic] = []

  /// A section whose end has not been read.
  private struct Section {
    var name: String
    var isInverted: Bool
    var location: Location
    var parts: [PageTemplate.Part] = []
  }

  /// A tag as it is written.
  private struct Tag {
    /// The whole, braces included.
    var range: Range<Int>
    /// `#`, `^`, `/`, `>`, `!`, or nothing for a value.
    var mark: UInt8?
    var name: String
    /// The name alone.
    var nameRange: Range<Int>
    var isClosed: Bool
  }

  /// Sections do not nest deeper, so that filling needs no more of the stack.
  static let deepest = 32

  /// Returns the template of a file, and what is wrong with its tags.
  package static func read(_ file: SourceFile) -> Outcome<PageTemplate> {
    var reader = TemplateReader(file)
    while let tag = reader.nextTag() { reader.take(tag) }
    reader.addLiteral(reader.index..<file.bytes.count)
    while reader.open.count > 1 {
      let section = reader.open[reader.open.count - 1]
      reader.report("missing `{{/\(section.name)}}` for this section", at: section.location)
      reader.close()
    }
    return Outcome(PageTemplate(parts: reader.open[0].parts), reader.diagnostics)
  }

  private init(_ file: SourceFile) {
    self.file = file
    open = [
      Section(name: "", isInverted: false, location: Location(path: file.path, range: 0..<0))
    ]
  }

  private mutating func take(_ tag: Tag) {
    let location = Location(path: file.path, range: tag.nameRange)
    let line = tag.mark == nil ? tag.range : loneLine(around: tag.range)
    addLiteral(index..<max(index, line.lowerBound))
    index = line.upperBound
    guard tag.isClosed else { return report("missing closing `}}` on this line", at: location) }
    if tag.name.isEmpty, tag.mark != UInt8(ascii: "!") {
      return report("expected a name in the tag", at: Location(path: file.path, range: tag.range))
    }
    switch tag.mark {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      guard open.count <= Self.deepest else {
        return report("expected at most \(Self.deepest) nested sections", at: location)
      }
      let isInverted = tag.mark == UInt8(ascii: "^")
      open.append(Section(name: tag.name, isInverted: isInverted, location: location))
    case UInt8(ascii: "/"):
      guard open.count > 1, open[open.count - 1].name == tag.name else {
        return reportEnd(of: tag.name, at: location)
      }
      close()
    case UInt8(ascii: ">"): add(.include(tag.name, location))
    case UInt8(ascii: "!"): break
    default: add(.value(tag.name, location))
    }
  }

  private mutating func reportEnd(of name: String, at location: Location) {
    if open.count > 1 {
      report("expected `{{/\(open[open.count - 1].name)}}`", at: location)
    } else {
      report("unmatched `{{/\(name)}}`", at: location)
    }
  }

  private mutating func close() {
    let section = open.removeLast()
    add(
      .section(section.name, section.parts, isInverted: section.isInverted, section.location)
    )
  }

  private mutating func add(_ part: PageTemplate.Part) { open[open.count - 1].parts.append(part) }

  private mutating func addLiteral(_ range: Range<Int>) {
    if !range.isEmpty { add(.literal(Array(file.bytes[range]))) }
  }

  private mutating func report(_ expected: String, at location: Location) {
    diagnostics.append(.brokenTemplate(expected, at: location))
  }

  /// A tag that stands alone on its line takes the line with it.
  private func loneLine(around tag: Range<Int>) -> Range<Int> {
    var start = tag.lowerBound
    while start > index, file.bytes[start - 1].isBlank { start -= 1 }
    var end = tag.upperBound
    while end < file.bytes.count, file.bytes[end].isBlank || file.bytes[end] == UInt8(ascii: "\r") {
      end += 1
    }
    let isFirst = start == 0 || file.bytes[start - 1] == UInt8(ascii: "\n")
    let isLast = end == file.bytes.count || file.bytes[end] == UInt8(ascii: "\n")
    return isFirst && isLast ? start..<min(end + 1, file.bytes.count) : tag
  }

  private func nextTag() -> Tag? {
    var start = index
    while start + 1 < file.bytes.count {
      if file.bytes[start] == UInt8(ascii: "{"), file.bytes[start + 1] == UInt8(ascii: "{") {
        return tag(at: start)
      }
      start += 1
    }
    return nil
  }

  private func tag(at start: Int) -> Tag {
    var end = start + 2
    while end < file.bytes.count, file.bytes[end] != UInt8(ascii: "\n"), !isClosing(end) {
      end += 1
    }
    var name = (start + 2)..<end
    var mark: UInt8?
    if let first = file.bytes[name].first, "#^/>!".utf8.contains(first) {
      mark = first
      name = (name.lowerBound + 1)..<end
    }
    while let first = file.bytes[name].first, first.isBlank { name = (name.lowerBound + 1)..<end }
    while let last = file.bytes[name].last, last.isBlank {
      name = name.lowerBound..<(name.upperBound - 1)
    }
    let isClosed = isClosing(end)
    return Tag(
      range: start..<(isClosed ? end + 2 : end),
      mark: mark,
      name: String(decoding: file.bytes[name], as: UTF8.self),
      nameRange: name,
      isClosed: isClosed
    )
  }

  private func isClosing(_ place: Int) -> Bool {
    place + 1 < file.bytes.count && file.bytes[place] == UInt8(ascii: "}")
      && file.bytes[place + 1] == UInt8(ascii: "}")
  }
}
