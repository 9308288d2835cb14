internal import Diagnostics
internal import Text

/// Adds to a chapter what pages have beyond plain GFM.
enum ChapterDecorator {
  /// Returns the decoration of a chapter; fences for server groups resolve `self` to the first
  /// member, and the values of the others become holes.
  static func decorate(
    _ chapter: inout Chapter,
    _ parsed: ChapterCompiler.Parsed,
    _ servers: ServerNames
  ) -> PageDecoration {
    let document = parsed.document
    var decoration = PageDecoration(hidden: parsed.hidden)
    for heading in chapter.outline.headings { decoration.anchors[heading.node] = heading.anchor }
    for link in chapter.links {
      if let address = LinkTarget(link.target).address {
        decoration.addresses[link.node] = Array(address.utf8)
      }
    }
    for fence in chapter.fences {
      decoration.fences[fence.node] = chapter.figure(for: fence, servers)
    }
    for (index, node) in document.nodes.enumerated() where node.kind == .blockQuote {
      if let callout = document.callout(at: index) { decoration.callouts[index] = callout }
    }
    for group in parsed.tabs { decoration.tabs[group.list] = group }
    decoration.steps = StepAnchors.anchors(of: document, beneath: chapter.outline)
    chapter.steps = decoration.steps.values.sorted()
    return decoration
  }
}

extension Chapter {
  fileprivate mutating func figure(for fence: Fence, _ servers: ServerNames) -> FenceFigure {
    let attributes = fence.attributes
    var figure = FenceFigure()
    figure.title = Array((attributes.values["title"] ?? attributes.file ?? "").utf8)
    figure.language = attributes.language.lowercased()
    figure.user = attributes.values["user"]
    figure.mode = attributes.values["mode"]
    figure.id = attributes.values["id"]
    figure.marks = attributes.values["mark"].flatMap(LineMarks.read) ?? []
    figure.isOutput = attributes.flags.contains("output")
    let (group, names) = servers.servers(of: attributes.host)
    figure.host = attributes.host.map { host(written: $0, group, names) }
    let file = Extraction.path(of: fence)
    func download(_ server: String?) -> [UInt8]? {
      guard let file, let server else { return nil }
      return Array("../files/\(server)/\(file)".utf8)
    }
    figure.download = download(names.first)
    figure.holes = holesOfCode(fence)
    guard let group, !names.isEmpty else { return figure }
    let fields = resolveMember(of: group, in: figure.holes)
    guard !fields.isEmpty, names.count > 1 else { return figure }
    figure.members = names.enumerated().map { index, name in
      let values = fields.filter { $0 != "name" }.map {
        addHole("servers.\(group).\(index + 1).\($0)", fence.location)
      }
      return FenceFigure.Member(name: name, download: download(name), values: values)
    }
    return figure
  }

  /// A caption holds a few names; of more it says the first and the last.
  private func host(
    written: String,
    _ group: String?,
    _ names: [String]
  ) -> FenceFigure.Host {
    guard written != "control" else { return FenceFigure.Host(label: "control") }
    guard let group else {
      return FenceFigure.Host(label: "every server", address: "../inventory.html")
    }
    let label =
      names.count > 4
      ? "\(names.first ?? "") to \(names.last ?? "")" : names.joined(separator: ", ")
    return FenceFigure.Host(label: label, address: "../inventory.html#\(group)")
  }

  private func holesOfCode(_ fence: Fence) -> [Int] {
    HolePieces(fence.text.bytes, sentinel: sentinel).compactMap { piece in
      guard case .hole(let index) = piece else { return nil }
      return index
    }
  }

  /// Makes `self` the first member of a group and returns the fields that are read.
  private mutating func resolveMember(of group: String, in inside: [Int]) -> [String] {
    var fields: [String] = []
    for index in inside {
      guard case .member(let field) = holes[index].content else { continue }
      if !fields.contains(field) { fields.append(field) }
      holes[index].content = .value(Reference(path: "servers.\(group).1.\(field)", view: nil))
      holes[index].isMember = true
    }
    return fields
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
