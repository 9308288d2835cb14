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

  /// Whether it is a block, whose lines stand below its `|` or `>`.
  public var isBlock: Bool { self == .literal || self == .folded }
}

/// A YAML text as a tree in which every node knows its bytes.
public struct YAMLTree: Sendable {
  final class Storage: Sendable {
    let nodes: [Node]
    init(_ nodes: [Node]) { self.nodes = nodes }
  }

  struct Node: Sendable {
    var content: Content
    /// Without the anchor and the tag before it.
    var range: Range<Int>
    /// The tag as it is written, such as `!vault`; nothing where none is.
    var tag: Range<Int>?
    /// Whether it is a collection in brackets or braces.
    var isFlow = false
  }

  enum Content: Sendable {
    case scalar(String, YAMLStyle, tag: String?)
    case sequence([Int])
    case mapping([(key: Int, value: Int)])
    case alias(Int)
  }

  let storage: Storage
  let roots: [Int]
  /// Whether the whole text is in the tree; a syntax error ends it.
  public let isComplete: Bool

  /// The root of each document.
  public var documents: [YAMLNode] { roots.map { YAMLNode(storage: storage, index: $0) } }

  /// The root of the first document; nothing where the text is empty.
  public var root: YAMLNode? { documents.first }

  /// Every node once, each after those inside it; an alias is a node of its own.
  var nodes: [YAMLNode] { storage.nodes.indices.map { YAMLNode(storage: storage, index: $0) } }

  /// Returns the tree of a text; ranges are bytes of the text.
  ///
  /// A syntax error ends the reading; what stands before it is in the tree.
  public static func parse(_ text: [UInt8]) -> Outcome<YAMLTree> {
    var composer = YAMLComposer(text)
    let outcome = composer.compose()
    let source = YAMLSource(text: text, tree: outcome.value)
    // Of a part of a tree only the characters can be judged.
    let checks = outcome.value.isComplete ? YAMLSource.forms : [Diagnostic.pastedCharacters]
    let findings = checks.flatMap { $0(source) }
    return Outcome(outcome.value, outcome.diagnostics + findings)
  }
}
