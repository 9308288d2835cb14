internal import Diagnostics
internal import Text

/// Turns an expanded text into a chapter.
enum ChapterCompiler {
  /// Returns the chapter of a source, without what depends on the values of a set.
  static func compile(
    _ source: Project.ChapterSource,
    _ expanded: ExpandedText,
    _ servers: ServerNames,
    _ clock: PhaseClock
  ) -> Outcome<Chapter> {
    let parsed = clock.measure(.parse) { parse(source, expanded) }
    var chapter = parsed.value.chapter
    chapter.html = clock.measure(.render) {
      let decoration = ChapterDecorator.decorate(&chapter, parsed.value, servers)
      return HTMLRenderer.render(
        parsed.value.document,
        sentinel: expanded.sentinel,
        decoration: decoration
      )
    }
    let homeless = chapter.holes.compactMap { hole -> Diagnostic? in
      guard case .member(let field) = hole.content else { return nil }
      return .selfOutsideHost(field, at: hole.location)
    }
    return Outcome(chapter, parsed.diagnostics + homeless)
  }

  /// A chapter with what only its rendering needs.
  struct Parsed: Sendable {
    var chapter: Chapter
    var document: MarkdownDocument
    /// The comments for docbuild.
    var hidden: Set<Int>
    var tabs: [TabGroup]
  }

  private static func parse(
    _ source: Project.ChapterSource,
    _ expanded: ExpandedText
  ) -> Outcome<Parsed> {
    let front = FrontMatter.read(expanded.text)
    var body = MappedText()
    body.append(front.value.end..<expanded.text.bytes.count, of: expanded.text)
    let lines = SourceFile(path: "", bytes: body.bytes)
    let document = MarkdownParser.parse(body.bytes)
    let fences = FenceFinder.fences(of: document, in: body, lines)
    let outline = Outline(of: document, holes: expanded.holes, sentinel: expanded.sentinel)
    let allowances = AllowanceFinder.allowances(of: document, in: body, lines)
    let chapter = Chapter(
      document: source.document,
      name: source.name,
      path: source.template.file.path,
      title: front.value.title.map { Array($0.utf8) }
        ?? outline.headings.first { $0.level == 1 }?.title ?? Array(source.name.utf8),
      summary: front.value.summary,
      redirects: front.value.redirects,
      outline: outline,
      fences: fences.value,
      links: LinkFinder.links(of: document, in: body, lines),
      allowances: allowances.map(\.allowance),
      headingPlaces: outline.headings.map { heading in
        let line = heading.line > 0 ? lines.range(ofLine: heading.line) : 0..<0
        return body.origin(of: line) ?? Location(path: source.template.file.path, range: 0..<0)
      },
      holes: expanded.holes,
      sentinel: expanded.sentinel,
      text: body.bytes,
      html: HTMLWithHoles()
    )
    let nested = headingsInLoops(document, body, lines, expanded, front.value.end)
    let loads = LoadCheck.check(document, chapter.links, in: body, lines)
    let tabs = TabFinder.tabs(of: document, in: body, lines)
    let parsed = Parsed(
      chapter: chapter,
      document: document,
      hidden: Set(allowances.map(\.node)).union(tabs.value.map(\.comment)),
      tabs: tabs.value
    )
    return Outcome(
      parsed,
      front.diagnostics + fences.diagnostics + nested + loads + tabs.diagnostics
    )
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
