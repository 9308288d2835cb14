internal import Diagnostics

/// Builds the tree from events and finds duplicate keys and unknown aliases on the way.
struct YAMLComposer {
  private let text: [UInt8]
  private var nodes: [YAMLTree.Node] = []
  private var roots: [Int] = []
  private var open: [Open] = []
  private var anchors: [String: Int] = [:]
  /// The anchors of the document that no alias has used yet, with the nodes that carry them.
  private var unused: [String: Int] = [:]
  private var diagnostics: [Diagnostic] = []

  /// The deepest nesting that is read.
  private static let deepest = 200

  /// A collection whose end has not been seen.
  private struct Open {
    var children: [Int] = []
    var isMapping: Bool
    var anchor: String?
    var start: Int
    var keys: [String: Range<Int>] = [:]
  }

  init(_ text: [UInt8]) { self.text = text }

  mutating func compose() -> Outcome<YAMLTree> {
    var events = YAMLEvents(text)
    do throws(YAMLEvents.Failure) {
      reading: while true {
        switch try events.next() {
        case .end: break reading
        case .documentStart: anchors = [:]
        case .documentEnd: reportUnusedAnchors()
        case .alias(let name, let range): addAlias(name, range)
        case .scalar(let text, let style, let tag, let anchor, let range):
          add(.scalar(text, style, tag: tag), range, anchor: anchor)
        case .sequenceStart(let anchor, let range):
          open.append(Open(isMapping: false, anchor: anchor, start: range.lowerBound))
        case .mappingStart(let anchor, let range):
          open.append(Open(isMapping: true, anchor: anchor, start: range.lowerBound))
        case .sequenceEnd(let range), .mappingEnd(let range): close(at: range)
        }
        if open.count > Self.deepest {
          diagnostics.append(.tooDeep(at: open[open.count - 1].start, Self.deepest))
          break
        }
      }
    } catch {
      diagnostics.append(.yamlFailure(error, in: text))
    }
    while !open.isEmpty { close(at: text.count..<text.count) }
    diagnostics += Diagnostic.pastedBlanks(in: text)
    return Outcome(YAMLTree(storage: .init(nodes), roots: roots), diagnostics)
  }

  private mutating func addAlias(_ name: String, _ range: Range<Int>) {
    unused[name] = nil
    if let target = anchors[name] { return add(.alias(target), range, anchor: nil) }
    diagnostics.append(.unknownAlias(name, at: range, anchors: anchors.keys.sorted()))
    add(.scalar("", .plain, tag: nil), range, anchor: nil)
  }

  private mutating func reportUnusedAnchors() {
    for (name, node) in unused.sorted(by: { $0.value < $1.value }) {
      let start = nodes[node].range.lowerBound
      diagnostics.append(.unusedAnchor(name, at: anchor(name, before: start)))
    }
    unused = [:]
  }

  /// The place of `&name`, which stands before its node or at its beginning.
  private func anchor(_ name: String, before start: Int) -> Range<Int> {
    let mark = Array("&\(name)".utf8)
    var place = min(start, text.count - mark.count)
    while place >= 0 {
      if text[place...].starts(with: mark) { return place..<(place + mark.count) }
      place -= 1
    }
    return start..<min(start + 1, text.count)
  }

  private mutating func close(at range: Range<Int>) {
    let collection = open.removeLast()
    let end = trimmed(max(collection.start, range.upperBound), from: collection.start)
    let content: YAMLTree.Content
    if collection.isMapping {
      let pairs = stride(from: 0, to: collection.children.count - 1, by: 2)
      content = .mapping(
        pairs.map { (collection.children[$0], collection.children[$0 + 1]) }
      )
    } else {
      content = .sequence(collection.children)
    }
    add(content, collection.start..<end, anchor: collection.anchor)
  }

  /// A block collection ends where the next thing begins; its last blanks are not part of it.
  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = min(end, text.count)
    while end > start, [0x20, 0x0A, 0x0D].contains(text[end - 1]) { end -= 1 }
    return end
  }

  private mutating func add(
    _ content: YAMLTree.Content,
    _ range: Range<Int>,
    anchor: String?
  ) {
    let index = nodes.count
    nodes.append(YAMLTree.Node(content: content, range: range))
    if let anchor {
      anchors[anchor] = index
      unused[anchor] = index
    }
    guard !open.isEmpty else { return roots.append(index) }
    let last = open.count - 1
    if open[last].isMapping, open[last].children.count.isMultiple(of: 2) {
      checkKey(content, range, in: last)
    }
    if case .scalar(let text, let style, _) = content, style.isPlain, Sexagesimal.matches(text) {
      diagnostics.append(.sexagesimal(text, at: range))
    }
    if case .scalar(let text, let style, _) = content, style.isPlain,
      let pasted = Diagnostic.pastedQuotes(around: text, at: range)
    {
      diagnostics.append(pasted)
    }
    open[last].children.append(index)
  }

  private mutating func checkKey(
    _ content: YAMLTree.Content,
    _ range: Range<Int>,
    in mapping: Int
  ) {
    guard case .scalar(let text, let style, _) = content else { return }
    guard !(text == "<<" && style.isPlain) else { return }
    if let first = open[mapping].keys[text] {
      diagnostics.append(.duplicateKey(text, at: range, first: first))
    } else {
      open[mapping].keys[text] = range
    }
  }
}
