/// How a scalar is written.
public enum YAMLStyle: Sendable, Hashable {
  case plain
  case single
  case double
  case literal
  case folded

  /// Whether it is written without quotes and block marks, so that readers guess its type.
  public var isPlain: Bool { self == .plain }

  /// Whether it is a block, whose lines are below its `|` or `>`.
  public var isBlock: Bool { self == .literal || self == .folded }
}

/// A YAML text as a tree in which every node knows its bytes.
public struct YAMLTree: Sendable {
  package final class Storage: Sendable {
    package let nodes: [Node]
    init(_ nodes: [Node]) { self.nodes = nodes }
  }

  package struct Node: Sendable {
    package var content: Content
    /// Without the anchor and the tag before it.
    package var range: Range<Int>
    /// The tag as it is written, such as `!vault`; nothing where none is.
    package var tag: Range<Int>?
    /// Whether it is a collection in brackets or braces.
    package var isFlow = false
  }

  package enum Content: Sendable {
    case scalar(String, YAMLStyle, tag: String?)
    case sequence([Int])
    case mapping([(key: Int, value: Int)])
    case alias(Int)
  }

  package let storage: Storage
  package let roots: [Int]
  /// Whether the whole text is in the tree; a syntax error ends it.
  public let isComplete: Bool
  /// What was met on the way, in the order in which it was noticed.
  package let mistakes: [YAMLMistake]

  /// The root of each document.
  public var documents: [YAMLNode] { roots.map { YAMLNode(storage: storage, index: $0) } }

  /// The root of the first document; nothing where the text is empty.
  public var root: YAMLNode? { documents.first }

  /// Every node once, each after those inside it; an alias is a node of its own.
  package var nodes: [YAMLNode] {
    storage.nodes.indices.map { YAMLNode(storage: storage, index: $0) }
  }

  /// Returns how many nodes there are once every alias is written out.
  ///
  /// - Parameter most: where counting ends.
  /// - Returns: the number, or `most`.
  package func size(upTo most: Int) -> Int {
    // Each node comes after those inside it, and an alias after what it stands for.
    var sizes: [Int] = []
    sizes.reserveCapacity(storage.nodes.count)
    for node in storage.nodes {
      let size =
        switch node.content {
        case .scalar: 1
        case .alias(let target): sizes[target]
        case .sequence(let elements): elements.reduce(1) { min(most, $0 + sizes[$1]) }
        case .mapping(let entries):
          entries.reduce(1) { min(most, $0 + sizes[$1.key] + sizes[$1.value]) }
        }
      sizes.append(size)
    }
    return roots.reduce(0) { min(most, $0 + sizes[$1]) }
  }

  /// The first tag beside the core ones of YAML, such as `!vault`.
  package var firstTag: Range<Int>? {
    storage.nodes.first { node in
      guard case .scalar(_, _, let tag?) = node.content else { return false }
      return !tag.hasPrefix("tag:yaml.org,2002:")
    }?.tag
  }

  /// Returns the tree of a text; ranges are bytes of the text.
  ///
  /// A syntax error ends the reading; what stands before it is in the tree.
  package static func read(_ text: [UInt8]) -> YAMLTree {
    var composer = YAMLComposer(text)
    return composer.compose()
  }
}
