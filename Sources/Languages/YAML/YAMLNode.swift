/// A node of a tree; an alias is the node that it stands for, at the alias's own place.
public struct YAMLNode: Sendable {
  package let storage: YAMLTree.Storage
  package let index: Int

  private var content: YAMLTree.Content {
    let content = storage.nodes[index].content
    if case .alias(let target) = content { return storage.nodes[target].content }
    return content
  }

  /// The place of the node that it is or stands for among all nodes.
  package var target: Int {
    if case .alias(let target) = storage.nodes[index].content { target } else { index }
  }

  /// Whether it stands for another node.
  package var isAlias: Bool { target != index }

  /// Where it is, in bytes of the text; without its anchor and tag.
  public var range: Range<Int> { storage.nodes[index].range }

  /// The text of a scalar; empty for other nodes.
  public var text: String {
    if case .scalar(let text, _, _) = content { text } else { "" }
  }

  /// How a scalar is written; plain for other nodes.
  public var style: YAMLStyle {
    if case .scalar(_, let style, _) = content { style } else { .plain }
  }

  /// The tag that is written before a scalar, if any: `!vault`, or the whole URI of `!!str`.
  public var tag: String? {
    if case .scalar(_, _, let tag) = content { tag } else { nil }
  }

  /// Where a tag stands before any node.
  package var tagRange: Range<Int>? { storage.nodes[index].tag }

  /// Whether it is a scalar without quotes, block marks and a tag, so that readers guess its type.
  package var isGuessed: Bool {
    if case .scalar(_, .plain, tag: nil) = content { true } else { false }
  }

  /// Whether it is a scalar.
  public var isScalar: Bool { if case .scalar = content { true } else { false } }

  /// Whether it is a sequence.
  public var isSequence: Bool { if case .sequence = content { true } else { false } }

  /// Whether it is a mapping.
  public var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// Whether it is a collection in brackets or braces.
  package var isFlow: Bool { storage.nodes[target].isFlow }

  /// Whether it is a scalar that every reader takes for nothing.
  public var isNull: Bool {
    isScalar && style.isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// Whether it is the key of a merge.
  package var isMergeKey: Bool { isGuessed && text == "<<" }

  /// The elements of a sequence; none for other nodes.
  public var elements: [YAMLNode] {
    guard case .sequence(let elements) = content else { return [] }
    return elements.map { YAMLNode(storage: storage, index: $0) }
  }

  /// The keys and values of a mapping in order; none for other nodes.
  public var entries: [(key: YAMLNode, value: YAMLNode)] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.map {
      (YAMLNode(storage: storage, index: $0.key), YAMLNode(storage: storage, index: $0.value))
    }
  }

  /// The entries, then those of merge keys (`<<`) that are not overridden.
  public var mergedEntries: [(key: YAMLNode, value: YAMLNode)] {
    let own = entries
    guard own.contains(where: \.key.isMergeKey) else { return own }
    var result: [(key: YAMLNode, value: YAMLNode)] = []
    var names: Set<String> = []
    // What has been merged once adds nothing when it is merged again.
    var merged: Set<Int> = [target]
    var open = [self]
    while let mapping = open.popLast() {
      var sources: [YAMLNode] = []
      for (key, value) in mapping.entries {
        if key.isMergeKey {
          sources += value.isSequence ? value.elements : [value]
        } else if mapping.target == target || names.insert(key.text).inserted {
          names.insert(key.text)
          result.append((key, value))
        }
      }
      open += sources.reversed().filter { merged.insert($0.target).inserted }
    }
    return result
  }

  /// Returns the value of a key of a mapping.
  public subscript(_ key: String) -> YAMLNode? {
    entries.last { $0.key.text == key }?.value
  }
}
