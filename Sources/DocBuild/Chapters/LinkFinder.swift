internal import Diagnostics
internal import Text

/// The links of a chapter, and what is wrong with those that name a definition.
struct ChapterLinks {
  var links: [Chapter.Link] = []
  /// The names that the author's HTML gives to places.
  var names: [String] = []
  var findings: [Diagnostic] = []
}

/// Finds the links and images of a chapter, in Markdown and in HTML, with the places of their
/// destinations.
struct LinkFinder {
  private let document: MarkdownDocument
  private let text: MappedText
  private let lines: SourceFile
  private let resolver: LinkResolver
  private var found = ChapterLinks()

  static func links(
    of document: MarkdownDocument,
    in text: MappedText,
    _ lines: SourceFile,
    _ resolver: LinkResolver
  ) -> ChapterLinks {
    var finder = LinkFinder(document, text, lines, resolver)
    let definitions = LinkDefinitionFinder.definitions(of: document, in: text.bytes, lines)
    finder.collect(definitions)
    let references = ReferenceCheck(document, text, definitions, resolver.source.template.file.path)
    finder.found.findings += references.check(finder.blocks)
    return finder.found
  }

  /// The blocks that hold inlines, each once.
  private var blocks: [Range<Int>] = []

  private init(
    _ document: MarkdownDocument,
    _ text: MappedText,
    _ lines: SourceFile,
    _ resolver: LinkResolver
  ) {
    self.document = document
    self.text = text
    self.lines = lines
    self.resolver = resolver
  }

  private mutating func collect(_ definitions: [LinkDefinition]) {
    var places = LinkPlaces(document, text.bytes, lines, definitions)
    for (index, node) in document.nodes.enumerated() {
      places.visit(index)
      if blocks.last != places.block, !places.block.isEmpty { blocks.append(places.block) }
      switch node.kind {
      case .link, .image:
        let place = places.destination(index)
        add(
          Array(document.text[node.literal]),
          node: index,
          at: place,
          or: places.block,
          isLoaded: node.kind == .image
        )
      case .htmlInline:
        let start = places.markup(index)?.lowerBound
        collect(index, or: places.block) { part in
          start.map { ($0 + part.lowerBound)..<($0 + part.upperBound) }
        }
      case .htmlBlock:
        guard let block = places.range(of: index) else { break }
        collect(index, or: block) { places.place(of: $0, inBlock: index) }
      default: break
      }
    }
    // What nothing refers to is checked, too: it is written to be followed.
    for definition in definitions where !definition.isFootnote {
      guard !found.links.contains(where: { $0.place == definition.place }) else { continue }
      let target = InlineText.plain(text.bytes[definition.place])
      add(target, node: nil, at: definition.place, or: definition.range, isLoaded: false)
    }
  }

  private mutating func collect(
    _ node: Int,
    or block: Range<Int>,
    at place: (Range<Int>) -> Range<Int>?
  ) {
    let literal = Array(document.text[document.nodes[node].literal])
    let html = AuthorHTML(literal, sentinel: resolver.sentinel)
    for place in html.places {
      guard let mistake = place.mistake else { continue }
      found.findings.append(
        .misplacedPlaceholder(mistake, at: resolver.holes[place.hole].location)
      )
    }
    let names = html.names.map { named($0) }
    found.names += names
    for address in html.addresses {
      let isRefused = html.places.contains {
        $0.mistake != nil && address.range.contains($0.offset)
      }
      guard !isRefused else { continue }
      let count = found.links.count
      add(
        address.target,
        node: node,
        at: place(address.range),
        or: block,
        isLoaded: address.isLoaded
      )
      if found.links.count > count { found.links[count].attribute = address.range }
    }
  }

  /// A name with the keys of its placeholders, as a heading has it.
  private func named(_ name: [UInt8]) -> String {
    HolePieces(name, sentinel: resolver.sentinel).map { piece in
      switch piece {
      case .hole(let index): Outline.key(of: resolver.holes[index])
      case .text(let bytes): bytes.text
      }
    }.joined()
  }

  private mutating func add(
    _ target: [UInt8],
    node: Int?,
    at place: Range<Int>?,
    or block: Range<Int>,
    isLoaded: Bool
  ) {
    guard let location = text.origin(of: place ?? block) else { return }
    let resolved = resolver.resolve(target, isLoaded: isLoaded)
    found.links.append(
      Chapter.Link(
        node: node,
        written: target,
        target: resolved.target,
        address: resolved.address,
        twinAddress: resolved.twin,
        location: location,
        place: place,
        isLoaded: isLoaded
      )
    )
  }
}
