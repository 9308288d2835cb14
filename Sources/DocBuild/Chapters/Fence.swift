package import Diagnostics
package import Snippets
package import Text

/// A block of code of a chapter, with its text and the origin of every byte.
package struct Fence: Sendable {
  /// The index of its node.
  package var node: Int
  package var attributes: FenceAttributes
  /// The code, with marks for its holes.
  package var text: MappedText
  /// The opening line, in its file.
  package var location: Location
  /// What it is checked against; nothing for what is not checked.
  package var kind: SnippetKind?
  /// The path of its file, without a leading `/`, with marks for its holes; nothing for what is shown
  /// without being a file.
  package var path: String?
  /// Whether a block in it could not be expanded, so that its text is not whole.
  var isPartial = false
  /// Whether it prints a value that each server of its group has of its own.
  var isPerServer = false
  /// What the servers of its group have in the holes of the code, where that differs.
  package var members: [Member] = []

  /// A server of the group, with its values.
  package struct Member: Sendable {
    package var name: String
    /// The holes of its values.
    package var values: [Int]
  }
}

/// Finds the fences of a chapter.
package enum FenceFinder {
  /// Returns the fences of a parsed chapter in order.
  ///
  /// - Parameters:
  ///   - document: the chapter.
  ///   - text: its Markdown.
  ///   - lines: the same by lines.
  ///   - project: whose schemas and servers they name.
  ///   - gaps: where blocks are missing, in bytes of the text.
  /// - Returns: the fences, and what is wrong with what they are checked against.
  package static func fences(
    of document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile,
    _ project: Project,
    gaps: [Int]
  ) -> Outcome<[Fence]> {
    var result = Outcome<[Fence]>([])
    for (index, node) in document.nodes.enumerated() {
      guard node.kind == .codeBlock(isFenced: true), node.firstLine > 0 else { continue }
      let opening = lines.range(ofLine: node.firstLine)
      guard let location = text.origin(of: opening) else { continue }
      var (attributes, mistakes) = FenceAttributes.parse(Array(document.text[node.detail]))
      result.diagnostics += mistakes.map { .wrongInfo($0, at: location) }
      attributes.meantHost = meantHost(of: attributes, in: project)
      let languages = FenceLanguage.meant(by: attributes.language)
      if let meant = languages.first {
        result.diagnostics.append(
          .unknownLanguage(attributes.language, at: location, nearest: languages)
        )
        attributes.language = meant
      }
      var fence = Fence(
        node: index,
        attributes: attributes,
        text: content(of: node, document, lines, text),
        location: location,
        path: path(of: attributes)
      )
      let end = lines.range(ofLine: max(node.firstLine, node.lastLine)).upperBound
      fence.isPartial = gaps.contains { opening.lowerBound...end ~= $0 }
      guard !mistakes.contains(.unclosedQuote) else {
        result.value.append(fence)
        continue
      }
      let kind = FenceSchema.kind(of: fence, in: project)
      fence.kind = kind.value
      result.diagnostics += kind.diagnostics
      result.value.append(fence)
    }
    return result
  }

  /// Returns the host that is meant where no group of servers has the name that is written.
  private static func meantHost(of attributes: FenceAttributes, in project: Project) -> String? {
    guard let host = attributes.host, let name = host.split(separator: ".").first.map(String.init)
    else { return nil }
    let hosts = project.declarations.groups.map(\.id) + ["all", "control"]
    guard !hosts.contains(name), let meant = NameIndex(hosts).nearest(to: name).first else {
      return nil
    }
    return meant + host.dropFirst(name.count)
  }

  private static func path(of attributes: FenceAttributes) -> String? {
    guard let file = attributes.file, attributes.values["fragment"] == nil,
      !attributes.flags.contains("output")
    else { return nil }
    return try? FencePath.read(file).get()
  }

  /// The literal of a fence is, line by line, the end of the lines of the text: what a list or a
  /// quote puts before it is missing.
  private static func content(
    of node: MarkdownDocument.Node,
    _ document: MarkdownDocument,
    _ lines: SourceFile,
    _ text: MappedText
  ) -> MappedText {
    var content = MappedText()
    let literal = document.text[node.literal]
    var start = literal.startIndex
    var number = node.firstLine + 1
    while start < literal.endIndex, number <= lines.lineCount {
      let end = literal[start...].firstIndex(of: UInt8(ascii: "\n")) ?? literal.endIndex
      let raw = lines.range(ofLine: number)
      append(literal[start..<end], ofLine: raw, text, to: &content)
      if end < literal.endIndex {
        let lineBreak = min(raw.upperBound, text.bytes.count - 1)
        content.append(
          [UInt8(ascii: "\n")],
          standingFor: text.origin(of: lineBreak..<(lineBreak + 1)) ?? Location(range: 0..<0)
        )
      }
      start = end < literal.endIndex ? end + 1 : end
      number += 1
    }
    return content
  }

  /// Appends a line of the literal; a tab that a list took in part has become blanks there.
  private static func append(
    _ line: ArraySlice<UInt8>,
    ofLine raw: Range<Int>,
    _ text: MappedText,
    to content: inout MappedText
  ) {
    let blanks = line.prefix { $0.isBlank }
    for known in [line, line.dropFirst(blanks.count)] where raw.count >= known.count {
      let start = raw.upperBound - known.count
      guard text.bytes[start..<raw.upperBound].elementsEqual(known) else { continue }
      if known.count < line.count, let origin = text.origin(of: raw.lowerBound..<start) {
        content.append(blanks, standingFor: origin)
      }
      return content.append(start..<raw.upperBound, of: text)
    }
    if let origin = text.origin(of: raw) { content.append(line, standingFor: origin) }
  }
}
