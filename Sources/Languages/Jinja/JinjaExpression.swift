/// An expression of Jinja 2, as it stands between `{{` and `}}`.
package struct JinjaExpression: Sendable {
  package let content: Content
  /// In bytes of the text that the expression stands in.
  package let range: Range<Int>
  /// How many expressions lie in one another here, itself included.
  package let depth: Int

  package init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
    depth = 1 + (Self.parts(of: content).lazy.map(\.depth).max() ?? 0)
  }

  package indirect enum Content: Sendable {
    case name(String)
    case constant(Constant)
    case list([JinjaExpression])
    case tuple([JinjaExpression])
    case dictionary([(key: JinjaExpression, value: JinjaExpression)])
    case attribute(JinjaExpression, String)
    case subscripted(JinjaExpression, JinjaExpression)
    case slice(JinjaExpression, [JinjaExpression])
    case call(JinjaExpression, [Argument])
    case filter(JinjaExpression?, Word, [Argument])
    case test(JinjaExpression, Word, [Argument])
    case not(JinjaExpression)
    /// `-` or `+` before a value.
    case sign(JinjaExpression)
    case arithmetic(Arithmetic, JinjaExpression, JinjaExpression)
    /// A chain such as `a < b <= c`.
    case comparison(JinjaExpression, [(sign: String, value: JinjaExpression)])
    case and(JinjaExpression, JinjaExpression)
    case or(JinjaExpression, JinjaExpression)
    case conditional(JinjaExpression, condition: JinjaExpression, otherwise: JinjaExpression?)
  }

  package enum Constant: Sendable, Hashable {
    case none
    case bool(Bool)
    case int(Int)
    case float
    case string(String)
  }

  package enum Arithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case floored = "//"
    case modulo = "%"
    case power = "**"
    case joined = "~"
  }

  /// The name of a filter or a test, at its place.
  package struct Word: Sendable {
    package let text: String
    package let range: Range<Int>
  }

  /// What is handed to a call, a filter or a test; a name where one is written.
  package struct Argument: Sendable {
    package let name: String?
    package let value: JinjaExpression
  }

  /// The expressions that it is directly made of, in the order of the text.
  package var parts: [JinjaExpression] { Self.parts(of: content) }

  private static func parts(of content: Content) -> [JinjaExpression] {
    switch content {
    case .name, .constant: []
    case .list(let items), .tuple(let items): items
    case .dictionary(let entries): entries.flatMap { [$0.key, $0.value] }
    case .attribute(let value, _), .not(let value), .sign(let value): [value]
    case .subscripted(let value, let key): [value, key]
    case .slice(let value, let bounds): [value] + bounds
    case .call(let value, let arguments): [value] + arguments.map(\.value)
    case .filter(let value, _, let arguments):
      (value.map { [$0] } ?? []) + arguments.map(\.value)
    case .test(let value, _, let arguments): [value] + arguments.map(\.value)
    case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.value)
    case .conditional(let value, let condition, let otherwise):
      [value, condition] + (otherwise.map { [$0] } ?? [])
    }
  }
}

/// Where and why a text is not what Jinja reads.
package struct JinjaMistake: Error, Sendable, Hashable {
  /// In bytes of the text.
  package let range: Range<Int>
  /// One sentence that says what was expected.
  package let message: String
}
