/// A small typed expression over keys: arithmetic with units, comparison and a few functions.
public struct Expression: Sendable, Hashable {
  let root: Node

  /// A path that an expression reads, and where.
  public struct PathUse: Sendable, Hashable {
    /// The path as written; `*` stands for any one segment.
    public var path: String
    /// In UTF-8 bytes of the text.
    public var range: Range<Int>
  }

  /// `join(PATH as NAME, 'TEMPLATE', 'SEPARATOR')`: a text for each element, with another between.
  struct Join: Sendable, Hashable {
    var path: PathUse
    /// What the template calls the element.
    var alias: String
    /// With `{NAME.field}` and `{key}` for values.
    var template: String
    var separator: String
    var range: Range<Int>
  }

  /// A part of an expression, with its place in the text.
  indirect enum Node: Sendable, Hashable {
    case literal(Value, ValueType.Kind)
    case path(PathUse)
    case negation(Node, Range<Int>)
    case not(Node, Range<Int>)
    case operation(String, Node, Node, Range<Int>)
    case call(String, [Node], Range<Int>)
    case join(Join)
  }

  /// Reads an expression.
  public static func parse(_ text: String) -> Result<Expression, ExpressionMistake> {
    var parser = ExpressionParser(text)
    do throws(ExpressionMistake) {
      return .success(Expression(root: try parser.parse()))
    } catch {
      return .failure(error)
    }
  }

  /// The keys that templates of `join` print beside the fields of the element.
  public var templateKeys: [String] {
    guard case .join(let join) = root else { return [] }
    return join.template.split(separator: "{").dropFirst().compactMap { piece in
      let name = String(piece.prefix { $0 != "}" })
      return name.hasPrefix(join.alias + ".") ? nil : name
    }
  }

  /// Every path that the expression reads, in the order of the text.
  public var paths: [PathUse] {
    var found: [PathUse] = []
    func collect(_ node: Node) {
      switch node {
      case .literal: break
      case .path(let use): found.append(use)
      case .negation(let inner, _), .not(let inner, _): collect(inner)
      case .operation(_, let left, let right, _):
        collect(left)
        collect(right)
      case .call(_, let arguments, _): arguments.forEach(collect)
      case .join(let join): found.append(join.path)
      }
    }
    collect(root)
    return found
  }
}
