internal import Text

/// Collects what the page of a chapter has beyond plain GFM.
package enum ChapterDecorator {
  /// Returns the decoration of a chapter.
  ///
  /// - Parameters:
  ///   - parsed: the chapter.
  ///   - servers: where its fences belong.
  ///   - callouts: the kinds that the project has.
  /// - Returns: what its page has.
  static func decoration(
    of parsed: ParsedChapter,
    _ servers: ServerNames,
    _ callouts: [Callout]
  ) -> PageDecoration {
    let (chapter, document) = (parsed.chapter, parsed.document)
    var decoration = PageDecoration(hidden: parsed.hidden, steps: parsed.steps)
    for heading in chapter.outline.headings { decoration.anchors[heading.node] = heading.anchor }
    for link in chapter.links {
      guard let node = link.node, let address = link.address.map({ Array($0.utf8) }) else {
        continue
      }
      if let attribute = link.attribute {
        decoration.markupAddresses[node, default: []].append((attribute, address))
      } else {
        decoration.addresses[node] = address
      }
    }
    for fence in chapter.fences {
      decoration.fences[fence.node] = chapter.figure(for: fence, servers)
    }
    for (index, node) in document.nodes.enumerated() where node.kind == .blockQuote {
      if let callout = document.callout(at: index, among: callouts) {
        decoration.callouts[index] = callout
      }
    }
    for group in parsed.tabs { decoration.tabs[group.list] = group }
    return decoration
  }
}

extension Chapter {
  /// The way from its page to the root of its set.
  private var root: String { RelativePath.up(from: page) }

  fileprivate func figure(for fence: Fence, _ servers: ServerNames) -> FenceFigure {
    let attributes = fence.attributes
    var figure = FenceFigure()
    figure.title = Array((attributes.values["title"] ?? attributes.file ?? "").utf8)
    figure.language = attributes.language.lowercased()
    figure.user = attributes.values["user"]
    figure.mode = attributes.values["mode"]
    figure.id = attributes.values["id"]
    figure.marks = attributes.values["mark"].flatMap(LineMarks.read) ?? []
    figure.isOutput = attributes.flags.contains("output")
    let (group, members) = servers.servers(of: attributes.host)
    let names = members.map(\.name)
    figure.host = attributes.host.map { host(written: $0, group, names) }
    func download(_ server: String?) -> [UInt8]? {
      guard let file = fence.path, let server else { return nil }
      return Array("\(root)files/\(LinkScheme.encoded("\(server)/\(file)"))".utf8)
    }
    figure.download = download(names.first)
    figure.holes = holes(of: fence)
    figure.members = fence.members.map { member in
      FenceFigure.Member(
        name: member.name,
        download: download(member.name),
        values: member.values
      )
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
      return FenceFigure.Host(label: "every server", address: "\(root)inventory.html")
    }
    let label =
      names.count > 4
      ? "\(names.first ?? "") to \(names.last ?? "")" : names.joined(separator: ", ")
    return FenceFigure.Host(label: label, address: "\(root)inventory.html#\(group)")
  }
}

extension MarkdownDocument {
  /// The kind of callout that a quote begins, if it begins one.
  fileprivate func callout(at quote: Int, among callouts: [Callout]) -> Callout? {
    let paragraph = quote + 1
    guard paragraph < nodes[quote].end, nodes[paragraph].kind == .paragraph else { return nil }
    var first: [UInt8] = []
    for node in nodes[(paragraph + 1)..<nodes[paragraph].end] {
      guard node.kind == .text else { break }
      first += text[node.literal]
    }
    return callouts.first { $0.mark.elementsEqual(first.map(\.lowercased)) }
  }
}
