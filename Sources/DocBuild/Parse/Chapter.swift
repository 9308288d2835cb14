internal import Diagnostics

/// A distinct expanded chapter, parsed and rendered once for all sets that share it.
struct Chapter: Sendable {
  /// The identifier of its document; empty for a page of its own.
  let document: String
  /// The name of its page, without `.html`.
  let name: String
  /// The path of its source file.
  let path: String
  /// The title, with marks for its holes.
  var title: [UInt8]
  var summary: String?
  var outline: Outline
  var fences: [Fence]
  var links: [Link]
  var allowances: [Allowance]
  /// Where each heading of the outline stands.
  var headingPlaces: [Location]
  var holes: [Hole]
  let sentinel: Sentinel
  /// The Markdown without front matter, with marks for its holes.
  var text: [UInt8]
  var html: HTMLWithHoles

  /// A link or an image as it is written.
  struct Link: Sendable {
    var node: Int
    var target: String
    var location: Location
    /// Where the destination stands in the text of the chapter; nothing where it was not found.
    var place: Range<Int>?
  }
}

/// Turns an expanded text into a chapter.
enum ChapterCompiler {
  /// Returns the chapter of a source, without what depends on the values of a set.
  static func compile(
    _ source: Project.ChapterSource,
    _ expanded: ExpandedText,
    groups: [String: Int],
    _ clock: PhaseClock
  ) -> Outcome<Chapter> {
    var chapter = clock.measure(.parse) { parse(source, expanded) }
    var decoration = chapter.value.chapter.decorate(chapter.value.document, groups: groups)
    decoration.hidden = chapter.value.hidden
    chapter.value.chapter.html = clock.measure(.render) {
      HTMLRenderer.render(
        chapter.value.document,
        sentinel: expanded.sentinel,
        decoration: decoration
      )
    }
    let homeless = chapter.value.chapter.holes.compactMap { hole -> Diagnostic? in
      guard case .member(let field) = hole.content else { return nil }
      return .selfOutsideHost(field, at: hole.location)
    }
    return Outcome(chapter.value.chapter, chapter.diagnostics + homeless)
  }

  private static func parse(
    _ source: Project.ChapterSource,
    _ expanded: ExpandedText
  ) -> Outcome<(chapter: Chapter, document: MarkdownDocument, hidden: Set<Int>)> {
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
    return Outcome(
      (chapter, document, Set(allowances.map(\.node))),
      front.diagnostics + fences.diagnostics + nested
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

extension Chapter {
  /// Adds what pages have beyond GFM; fences for server groups resolve `self` to the first member.
  fileprivate mutating func decorate(
    _ document: MarkdownDocument,
    groups: [String: Int]
  ) -> PageDecoration {
    var decoration = PageDecoration()
    for heading in outline.headings { decoration.anchors[heading.node] = heading.anchor }
    for link in links {
      if let address = LinkTarget(link.target).address {
        decoration.addresses[link.node] = Array(address.utf8)
      }
    }
    for fence in fences { decoration.fences[fence.node] = figure(for: fence, groups: groups) }
    for (index, node) in document.nodes.enumerated() where node.kind == .blockQuote {
      if let callout = document.callout(at: index) { decoration.callouts[index] = callout }
    }
    return decoration
  }

  private mutating func figure(for fence: Fence, groups: [String: Int]) -> FenceFigure {
    var figure = FenceFigure(isOutput: fence.attributes.flags.contains("output"))
    if let title = fence.attributes.values["title"] ?? fence.attributes.file {
      figure.captions.append(("file", title))
    }
    if let host = fence.attributes.host { figure.captions.append(("host", host)) }
    if let user = fence.attributes.values["user"] { figure.captions.append(("user", user)) }
    if let mode = fence.attributes.values["mode"] { figure.captions.append(("mode", mode)) }
    figure.id = fence.attributes.values["id"]
    figure.marks = fence.attributes.values["mark"].flatMap(LineMarks.read) ?? []
    guard let host = fence.attributes.host.map({ String($0.prefix { $0 != "." }) }),
      let count = groups[host]
    else { return figure }
    var fields: [String] = []
    for piece in HolePieces(fence.text.bytes, sentinel: sentinel) {
      guard case .hole(let index) = piece, case .member(let field) = holes[index].content else {
        continue
      }
      if !fields.contains(field) { fields.append(field) }
      holes[index].content = .value(Reference(path: "servers.\(host).1.\(field)", view: nil))
      holes[index].isMember = true
    }
    guard !fields.isEmpty, count > 1 else { return figure }
    for member in 1...count {
      figure.members.append(
        (
          addHole("servers.\(host).\(member).name", fence.location),
          fields.filter { $0 != "name" }.map {
            addHole("servers.\(host).\(member).\($0)", fence.location)
          }
        )
      )
    }
    return figure
  }

  private mutating func addHole(_ path: String, _ location: Location) -> Int {
    holes.append(Hole(content: .value(Reference(path: path, view: nil)), location: location))
    return holes.count - 1
  }
}

extension MarkdownDocument {
  /// The kind of callout that a quote begins, if it begins one.
  fileprivate func callout(at quote: Int) -> Callout? {
    let paragraph = quote + 1
    guard paragraph < nodes[quote].end, nodes[paragraph].kind == .paragraph else { return nil }
    var first: [UInt8] = []
    for node in nodes[(paragraph + 1)..<nodes[paragraph].end] {
      guard node.kind == .text else { break }
      first += text[node.literal]
    }
    return Callout.allCases.first { $0.mark.elementsEqual(first) }
  }
}
