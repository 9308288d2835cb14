internal import Diagnostics
internal import Text

/// A chapter with what only its rendering needs.
package struct ParsedChapter: Sendable {
  package var chapter: Chapter
  package var document: MarkdownDocument
  /// The comments for docbuild.
  package var hidden: Set<Int>
  var tabs: [TabGroup]
  /// The anchors of the steps of numbered lists, by their nodes.
  var steps: [Int: String]
}

/// Parses an expanded text, without what depends on the values of a set.
package enum ChapterParser {
  /// Parses a chapter.
  ///
  /// - Parameters:
  ///   - source: the chapter as its author wrote it.
  ///   - expanded: its text with its structure resolved.
  ///   - servers: what the servers are called on which its fences belong.
  ///   - project: whose schemas choose what its fences are checked against.
  ///   - sources: the chapters that links can name.
  /// - Returns: the chapter, and what is wrong in it.
  static func parse(
    _ source: Project.ChapterSource,
    _ expanded: ExpandedText,
    _ servers: ServerNames,
    _ project: Project,
    _ sources: SourceIndex
  ) -> Outcome<ParsedChapter> {
    let front = FrontMatter.read(expanded.text, beside: project.config.frontMatter)
    var body = MappedText()
    body.append(front.value.end..<expanded.text.bytes.count, of: expanded.text)
    let lines = SourceFile(path: "", bytes: body.bytes)
    var document = MarkdownParser.parse(body.bytes)
    let headings = HeadingNames(from: &document) { [body] line in
      line > 0 ? body.origin(of: lines.range(ofLine: line)) : nil
    }
    let fences = FenceFinder.fences(
      of: document,
      in: body,
      lines,
      project,
      gaps: expanded.gaps.map { $0 - front.value.end }
    )
    let allowances = AllowanceFinder.allowances(of: document, in: body, lines)
    let resolver = LinkResolver(
      project: project,
      sources: sources,
      source: source,
      servers: servers,
      holes: expanded.holes,
      sentinel: expanded.sentinel
    )
    let links = LinkFinder.links(of: document, in: body, lines, resolver)
    let footnoteCount = document.nodes.count { $0.kind == .footnoteDefinition }
    let outline = Outline(
      of: document,
      holes: expanded.holes,
      sentinel: expanded.sentinel,
      given: headings.names,
      beside: links.names + Chapter.anchors(ofFootnotes: footnoteCount)
    )
    let steps = StepAnchors.anchors(of: document, beneath: outline)
    var chapter = Chapter(
      document: source.document,
      name: source.name,
      path: source.template.file.path,
      title: front.value.title.map { Array($0.utf8) }
        ?? outline.headings.first { $0.level == 1 }?.title ?? Array(source.nameOfTitle.utf8),
      summary: front.value.summary,
      redirects: front.value.redirects,
      outline: outline,
      fences: fences.value,
      links: links.links,
      allowances: allowances.map(\.allowance),
      steps: steps.values.sorted(),
      headingPlaces: outline.headings.map { heading in
        let line = heading.line > 0 ? lines.range(ofLine: heading.line) : 0..<0
        return body.origin(of: line) ?? Location(path: source.template.file.path, range: 0..<0)
      },
      holes: expanded.holes,
      sentinel: expanded.sentinel,
      text: body.bytes
    )
    for index in chapter.allowances.indices {
      let rule = Array(chapter.allowances[index].rule.utf8)
      chapter.allowances[index].rule = chapter.shown(rule)
    }
    chapter.names = links.names
    let unclosed = UnclosedCheck.check(document, in: body, lines)
    if let cut = unclosed.value { chapter.leaveOut(from: cut) }
    let openings = Set(unclosed.diagnostics.map(\.location))
    for index in chapter.fences.indices where openings.contains(chapter.fences[index].location) {
      chapter.fences[index].isPartial = true
    }
    chapter.resolveMembers(servers)
    chapter.anchors = chapter.collectedAnchors(footnotes: footnoteCount)
    let tabs = TabFinder.tabs(of: document, in: body, lines)
    let found =
      front.diagnostics + headings.findings + fences.diagnostics
      + headingsInLoops(document, body, lines, expanded, front.value.end)
      + LoadCheck.check(chapter.links) + links.findings + tabs.diagnostics
      + unclosed.diagnostics + CommentCheck.check(document, in: body, lines)
      + CalloutCheck.check(document, in: body, lines, project.config.callouts)
      // What a fence without its beginning shows is taken for prose.
      + (openings.isEmpty ? chapter.holesWithoutServer : [])
    let parsed = ParsedChapter(
      chapter: chapter,
      document: document,
      hidden: Set(allowances.map(\.node)).union(tabs.value.map(\.comment)),
      tabs: tabs.value,
      steps: steps
    )
    return Outcome(parsed, found)
  }

  private static func headingsInLoops(
    _ document: MarkdownDocument,
    _ body: MappedText,
    _ lines: SourceFile,
    _ expanded: ExpandedText,
    _ start: Int
  ) -> [Diagnostic] {
    guard !expanded.loops.isEmpty else { return [] }
    return document.nodes.compactMap { node in
      guard case .heading = node.kind, node.firstLine > 0 else { return nil }
      let line = lines.range(ofLine: node.firstLine)
      let isInside = expanded.loops.contains { $0.contains(line.lowerBound + start) }
      guard isInside, let location = body.origin(of: line) else { return nil }
      return .headingInLoop(at: location)
    }
  }
}
