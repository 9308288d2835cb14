internal import Diagnostics
internal import Text

/// Reads a Markdown file into a template: finds placeholders, blocks and includes, line by line.
package struct TemplateParser {
  private let file: SourceFile
  private let grammar: PlaceholderGrammar
  private var open: [Block]
  private var diagnostics: [Diagnostic] = []
  private var fence = FenceTracker()

  /// A block whose end has not been seen.
  private struct Block {
    var kind: Kind
    var items: [Template.Item] = []
    var otherwise: [Template.Item]?

    enum Kind {
      case file
      case each(path: Range<Int>, alias: Range<Int>, Range<Int>)
      case condition(Range<Int>, Range<Int>)
    }
  }

  /// Returns the template of a file, and what is wrong with its placeholders and blocks.
  ///
  /// - Parameters:
  ///   - file: a guide or a partial.
  ///   - namespaces: the declared namespaces.
  /// - Returns: the template; what is malformed is text in it.
  static func parse(_ file: SourceFile, namespaces: Set<String>) -> Outcome<Template> {
    var parser = TemplateParser(file, namespaces)
    return parser.parse()
  }

  private init(_ file: SourceFile, _ namespaces: Set<String>) {
    self.file = file
    grammar = PlaceholderGrammar(namespaces: namespaces)
    open = [Block(kind: .file)]
  }

  private mutating func parse() -> Outcome<Template> {
    for number in 1...file.lineCount {
      let line = file.range(ofLine: number)
      let next = number < file.lineCount ? file.range(ofLine: number + 1).lowerBound : nil
      take(line, upTo: next ?? file.bytes.count)
    }
    while open.count > 1 { closeUnfinished() }
    return Outcome(Template(file: file, items: open[0].items), diagnostics)
  }

  private mutating func take(_ line: Range<Int>, upTo end: Int) {
    let isVerbatim = fence.isVerbatim
    let isProse = !fence.isOpen
    fence.advance(over: file.bytes[line])
    if isVerbatim && fence.isVerbatim {
      add(.text(line.lowerBound..<end))
    } else if let (directive, range) = Directive.parse(line, of: file.bytes) {
      take(directive, at: range, prefix: line.lowerBound..<range.lowerBound)
    } else {
      takeText(line.lowerBound..<end, isProse: isProse)
    }
  }

  private mutating func takeText(_ line: Range<Int>, isProse: Bool) {
    let grammar = grammar(inLoops: open)
    var start = line.lowerBound
    while let token = grammar.next(
      in: file.bytes,
      from: start,
      to: line.upperBound,
      isProse: isProse
    ) {
      switch token {
      case .placeholder(let placeholder, let isEscaped):
        add(.text(start..<placeholder.range.lowerBound))
        add(isEscaped ? .escaped(placeholder) : .placeholder(placeholder))
        start = placeholder.range.upperBound
      case .malformed(let range, let expected):
        report(range, expected)
        add(.text(start..<range.upperBound))
        start = range.upperBound
      }
    }
    add(.text(start..<line.upperBound))
  }

  /// Inside a loop its name is a namespace too.
  private func grammar(inLoops blocks: [Block]) -> PlaceholderGrammar {
    var inner = grammar
    for block in blocks {
      if case .each(_, let alias, _) = block.kind { inner.namespaces.insert(string(alias)) }
    }
    return inner
  }

  private mutating func take(_ directive: Directive, at range: Range<Int>, prefix: Range<Int>) {
    switch directive {
    case .each(let path, let alias):
      open.append(Block(kind: .each(path: path, alias: alias, range)))
    case .condition(let condition): open.append(Block(kind: .condition(condition, range)))
    case .include(let path): add(.include(path, prefix: prefix))
    case .malformed(let expected): report(range, expected)
    case .end:
      if open.count > 1 { close() } else { report(range, "`<<end>>` has no block to end") }
    case .otherwise:
      guard case .condition = open[open.count - 1].kind, open[open.count - 1].otherwise == nil
      else { return report(range, "`<<else>>` belongs between `<<if …>>` and `<<end>>`") }
      open[open.count - 1].otherwise = []
    }
  }

  private mutating func close() {
    let block = open.removeLast()
    switch block.kind {
    case .file: break
    case .each(let path, let alias, _):
      add(.each(path: path, alias: string(alias), body: block.items))
    case .condition(let condition, _):
      add(.condition(condition, then: block.items, otherwise: block.otherwise ?? []))
    }
  }

  private mutating func closeUnfinished() {
    switch open[open.count - 1].kind {
    case .file: break
    case .each(_, _, let range), .condition(_, let range):
      report(range, "this block needs an `<<end>>` on a line of its own")
    }
    close()
  }

  private mutating func add(_ item: Template.Item) {
    let last = open.count - 1
    if case .text(let range) = item, range.isEmpty { return }
    if open[last].otherwise != nil {
      open[last].otherwise?.append(item)
    } else {
      open[last].items.append(item)
    }
  }

  private mutating func report(_ range: Range<Int>, _ expected: String) {
    diagnostics.append(
      .malformedPlaceholder(at: Location(path: file.path, range: range), expected)
    )
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }
}

/// Follows the fences of a Markdown text line by line, as far as placeholders need to know.
private struct FenceTracker {
  /// The character, the length and whether the flag `verbatim` stands in the info string.
  private var fence: (mark: UInt8, length: Int, isVerbatim: Bool)?

  var isOpen: Bool { fence != nil }
  var isVerbatim: Bool { fence?.isVerbatim ?? false }

  mutating func advance(over line: ArraySlice<UInt8>) {
    var rest = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }
    if fence == nil { rest = rest.drop { Self.listMarks.contains($0) } }
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return
    }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return }
    let info = rest.dropFirst(length)
    if let open = fence {
      if mark == open.mark, length >= open.length, info.allSatisfy(\.isBlank) { fence = nil }
    } else if mark != UInt8(ascii: "`") || !info.contains(mark) {
      let words = info.split { $0.isBlank }
      fence = (mark, length, words.dropFirst().contains { $0.elementsEqual("verbatim".utf8) })
    }
  }

  private static let listMarks = Set("-*+0123456789.) \t".utf8)
}
