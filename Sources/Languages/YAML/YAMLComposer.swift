/// Builds the tree from events and finds duplicate keys, unknown aliases and unused anchors on the
/// way.
struct YAMLComposer {
  private let text: [UInt8]
  private var nodes: [YAMLTree.Node] = []
  private var roots: [Int] = []
  private var open: [Open] = []
  private var anchors: [String: Int] = [:]
  /// The anchors of the document that no alias has used yet, with their places.
  private var unused: [String: Range<Int>] = [:]
  private var mistakes: [YAMLMistake] = []

  /// The deepest nesting that is read.
  private static let deepest = 200

  /// A collection whose end has not been seen.
  private struct Open {
    var properties: YAMLProperties
    var isMapping: Bool
    var isFlow: Bool
    var children: [Int] = []
    var keys: [String: Range<Int>] = [:]
  }

  init(_ text: [UInt8]) { self.text = text }

  mutating func compose() -> YAMLTree {
    var events = YAMLEvents(text)
    var isComplete = false
    do throws(YAMLSyntaxError) {
      reading: while true {
        switch try events.next() {
        case .end:
          isComplete = true
          break reading
        case .documentStart: anchors = [:]
        case .documentEnd: reportUnusedAnchors()
        case .alias(let name, let range): addAlias(name, range)
        case .scalar(let text, let style, let tag, let anchor, let range):
          let properties = properties(anchor, tag, at: range)
          add(
            .scalar(text, style, tag: tag),
            properties.content..<max(properties.content, range.upperBound),
            properties
          )
        case .sequenceStart(let anchor, let tag, let isFlow, let range):
          let properties = properties(anchor, tag, at: range, isCollection: true)
          open.append(Open(properties: properties, isMapping: false, isFlow: isFlow))
        case .mappingStart(let anchor, let tag, let isFlow, let range):
          let properties = properties(anchor, tag, at: range, isCollection: true)
          open.append(Open(properties: properties, isMapping: true, isFlow: isFlow))
        case .sequenceEnd(let range), .mappingEnd(let range): close(at: range)
        }
        if open.count > Self.deepest {
          let place = open[open.count - 1].properties.content
          mistakes.append(.tooDeep(at: place, deepest: Self.deepest))
          break
        }
      }
    } catch {
      mistakes.append(.syntax(error))
    }
    while !open.isEmpty { close(at: text.count..<text.count) }
    return YAMLTree(
      storage: .init(nodes),
      roots: roots,
      isComplete: isComplete,
      mistakes: mistakes
    )
  }

  private func properties(
    _ anchor: String?,
    _ tag: String?,
    at range: Range<Int>,
    isCollection: Bool = false
  ) -> YAMLProperties {
    guard anchor != nil || tag != nil else {
      return YAMLProperties(content: min(range.lowerBound, text.count))
    }
    return YAMLProperties(anchor, before: range, isCollection: isCollection, in: text)
  }

  // MARK: Aliases

  private mutating func addAlias(_ name: String, _ range: Range<Int>) {
    unused[name] = nil
    let properties = YAMLProperties(content: range.lowerBound)
    if let target = anchors[name] { return add(.alias(target), range, properties) }
    mistakes.append(.unknownAlias(name, at: range, anchors: anchors.keys.sorted()))
    add(.scalar("", .plain, tag: nil), range, properties, isMissing: true)
  }

  private mutating func reportUnusedAnchors() {
    for (name, place) in unused.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
      mistakes.append(.unusedAnchor(name, at: place))
    }
    unused = [:]
  }

  // MARK: Nodes

  private mutating func close(at range: Range<Int>) {
    let collection = open.removeLast()
    let start = collection.properties.content
    let end = trimmed(max(start, range.upperBound), from: start)
    let content: YAMLTree.Content
    if collection.isMapping {
      let pairs = stride(from: 0, to: collection.children.count - 1, by: 2)
      content = .mapping(
        pairs.map { (collection.children[$0], collection.children[$0 + 1]) }
      )
    } else {
      content = .sequence(collection.children)
    }
    add(content, start..<end, collection.properties, isFlow: collection.isFlow)
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
    _ properties: YAMLProperties,
    isFlow: Bool = false,
    isMissing: Bool = false
  ) {
    let index = nodes.count
    nodes.append(
      YAMLTree.Node(content: content, range: range, tag: properties.tag, isFlow: isFlow)
    )
    if let (name, place) = properties.anchor {
      anchors[name] = index
      // An anchor that is set again before an alias has used it is lost.
      if let lost = unused[name] { mistakes.append(.unusedAnchor(name, at: lost)) }
      unused[name] = place
    }
    guard !open.isEmpty else { return roots.append(index) }
    let last = open.count - 1
    if open[last].isMapping, open[last].children.count.isMultiple(of: 2), !isMissing {
      checkKey(content, range, in: last)
    }
    open[last].children.append(index)
  }

  private mutating func checkKey(
    _ content: YAMLTree.Content,
    _ range: Range<Int>,
    in mapping: Int
  ) {
    guard case .scalar(let text, _, _) = content, !range.isEmpty else { return }
    if let first = open[mapping].keys[text] {
      mistakes.append(.duplicateKey(text, at: range, first: first))
    } else {
      open[mapping].keys[text] = range
    }
  }
}

/// The anchor and the tag before a node, and where the node itself begins.
struct YAMLProperties {
  var anchor: (name: String, place: Range<Int>)?
  var tag: Range<Int>?
  /// In bytes of the text.
  var content: Int

  init(content: Int) { self.content = content }

  /// Reads them where a node begins; blanks, comments and line breaks may stand between them.
  init(_ name: String?, before range: Range<Int>, isCollection: Bool, in text: [UInt8]) {
    content = min(range.lowerBound, text.count)
    let end = text.count
    var place = content
    while place < end {
      switch text[place] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        let start = place
        while place < end, !" \t\r\n,]}".utf8.contains(text[place]) { place += 1 }
        if text[start] == UInt8(ascii: "&") {
          anchor = (name ?? "", start..<place)
        } else {
          tag = start..<place
        }
        content = place
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case UInt8(ascii: "#"):
        while place < end, text[place] != 0x0A, text[place] != 0x0D { place += 1 }
      default:
        // Of an empty node nothing stands behind its properties.
        if isCollection || place < range.upperBound { content = place }
        return
      }
    }
  }
}
