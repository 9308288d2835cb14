public import Diagnostics

/// How a scalar is written.
public enum YAMLStyle: Sendable, Hashable {
  case plain
  case single
  case double
  case literal
  case folded

  /// Whether it is written without quotes and block marks, so that readers guess its type.
  public var isPlain: Bool { self == .plain }
}

/// A YAML text as a tree in which every node knows its bytes.
public struct YAMLTree: Sendable {
  final class Storage: Sendable {
    let nodes: [Node]
    init(_ nodes: [Node]) { self.nodes = nodes }
  }

  struct Node: Sendable {
    var content: Content
    var range: Range<Int>
  }

  enum Content: Sendable {
    case scalar(String, YAMLStyle, tag: String?)
    case sequence([Int])
    case mapping([(key: Int, value: Int)])
    case alias(Int)
  }

  let storage: Storage
  let roots: [Int]

  /// The root of each document.
  public var documents: [YAMLNode] { roots.map { YAMLNode(storage: storage, index: $0) } }

  /// The root of the first document; nothing where the text is empty.
  public var root: YAMLNode? { documents.first }

  /// Returns the tree of a text; ranges are bytes of the text.
  ///
  /// A syntax error ends the reading; what stands before it is in the tree.
  public static func parse(_ text: [UInt8]) -> Outcome<YAMLTree> {
    var composer = YAMLComposer(text)
    return composer.compose()
  }
}

/// A node of a tree; an alias is the node that it stands for, at the alias's own place.
public struct YAMLNode: Sendable {
  let storage: YAMLTree.Storage
  let index: Int

  private var content: YAMLTree.Content {
    let content = storage.nodes[index].content
    if case .alias(let target) = content { return storage.nodes[target].content }
    return content
  }

  /// Where it stands, in bytes of the text.
  public var range: Range<Int> { storage.nodes[index].range }

  /// The text of a scalar; empty for other nodes.
  public var text: String {
    if case .scalar(let text, _, _) = content { text } else { "" }
  }

  /// How a scalar is written; plain for other nodes.
  public var style: YAMLStyle {
    if case .scalar(_, let style, _) = content { style } else { .plain }
  }

  /// The tag that is written before it, if any.
  public var tag: String? {
    if case .scalar(_, _, let tag) = content { tag } else { nil }
  }

  /// Whether it is a scalar.
  public var isScalar: Bool { if case .scalar = content { true } else { false } }

  /// Whether it is a sequence.
  public var isSequence: Bool { if case .sequence = content { true } else { false } }

  /// Whether it is a mapping.
  public var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// Whether it is a scalar that every reader takes for nothing.
  public var isNull: Bool {
    isScalar && style.isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
  }

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

  /// The entries with those of merge keys (`<<`) behind them, as far as they are not overridden.
  public var mergedEntries: [(key: YAMLNode, value: YAMLNode)] {
    merged(depth: 0)
  }

  private func merged(depth: Int) -> [(key: YAMLNode, value: YAMLNode)] {
    let own = entries
    let sources = own.filter { $0.key.text == "<<" && $0.key.style.isPlain }
    guard !sources.isEmpty, depth < 16 else { return own }
    var result = own.filter { !($0.key.text == "<<" && $0.key.style.isPlain) }
    var names = Set(result.map(\.key.text))
    for (_, source) in sources {
      for mapping in source.isSequence ? source.elements : [source] {
        for entry in mapping.merged(depth: depth + 1) where names.insert(entry.key.text).inserted {
          result.append(entry)
        }
      }
    }
    return result
  }

  /// Returns the value of a key of a mapping.
  public subscript(_ key: String) -> YAMLNode? {
    entries.last { $0.key.text == key }?.value
  }
}
