internal import Diagnostics
internal import Text

/// Reads a Markdown file into a template: finds placeholders, blocks and includes, line by line.
package struct TemplateParser {
  private let file: SourceFile
  private let grammar: PlaceholderGrammar?
  private var open: [Block]
  private var meantKeys: Set<String> = []
  private var diagnostics: [Diagnostic] = []
  private var fence = FenceTracker()
  /// The blocks that were ended with their fence: an end that comes later is theirs.
  private var endedEarly = 0
  /// Where the last block that is in no other began, and where a fence began.
  private var lastBlock = 0
  private var fenceStart = 0
  private var unclear: [Range<Int>] = []

  /// Returns the template of a file, and what is wrong with its placeholders and blocks.
  ///
  /// - Parameters:
  ///   - file: a guide or a partial.
  ///   - offset: where its text begins, at the start of a line.
  ///   - names: the declared names; nothing where placeholders are text.
  /// - Returns: the template; what is malformed is text in it.
  static func parse(
    _ file: SourceFile,
    from offset: Int = 0,
    names: DeclaredNames?
  ) -> Outcome<Template> {
    var parser = TemplateParser(file, names)
    parser.parse(from: offset)
    var template = Template(file: file, items: parser.open[0].items)
    template.meantKeys = parser.meantKeys
    template.unclear = parser.unclear
    return Outcome(template, parser.diagnostics)
  }

  private init(_ file: SourceFile, _ names: DeclaredNames?) {
    self.file = file
    grammar = names.map { PlaceholderGrammar(names: $0) }
    open = [Block(kind: .file)]
  }

  private mutating func parse(from offset: Int) {
    for number in file.line(containing: offset)...file.lineCount {
      let line = file.range(ofLine: number)
      let next = number < file.lineCount ? file.range(ofLine: number + 1).lowerBound : nil
      take(line, upTo: next ?? file.bytes.count)
    }
    while open.count > 1 { closeUnfinished() }
  }

  private mutating func take(_ line: Range<Int>, upTo end: Int) {
    let isVerbatim = fence.isVerbatim
    let place = PlaceholderGrammar.Surroundings(
      isProse: !fence.isOpen,
      language: fence.language
    )
    let number = fence.number
    fence.advance(over: file.bytes[line])
    if let number, !fence.isOpen { endBlocks(ofFence: number) }
    if number == nil, fence.isOpen { fenceStart = line.upperBound }
    if grammar == nil || isVerbatim && fence.isVerbatim {
      addText(line, upTo: end)
    } else if let directive = Directive.parse(line, of: file.bytes, isInBlock: open.count > 1) {
      take(directive, prefix: line.lowerBound..<directive.range.lowerBound)
    } else {
      takeText(line, upTo: end, place)
    }
  }

  private mutating func takeText(
    _ line: Range<Int>,
    upTo end: Int,
    _ place: PlaceholderGrammar.Surroundings
  ) {
    guard var grammar else { return }
    grammar.aliases = aliases
    var start = line.lowerBound
    while let token = grammar.next(in: file.bytes, from: start, to: line.upperBound, place) {
      switch token {
      case .placeholder(let placeholder):
        add(.text(start..<placeholder.range.lowerBound))
        add(.placeholder(placeholder))
        start = placeholder.range.upperBound
      case .escaped(let range):
        add(.text(start..<range.lowerBound))
        add(.escaped(range))
        start = range.upperBound
      case .malformed(let slip):
        report(slip)
        add(.text(start..<slip.range.lowerBound))
        add(.malformed(slip.range))
        start = slip.range.upperBound
      }
    }
    addText(start..<line.upperBound, upTo: end)
  }

  /// Adds the rest of a line with its end.
  private mutating func addText(_ rest: Range<Int>, upTo end: Int) {
    if end - rest.upperBound == 1, file.bytes[rest.upperBound] == .lineFeed {
      return add(.text(rest.lowerBound..<end))
    }
    add(.text(rest))
    add(.lineBreak(rest.upperBound..<end))
  }

  /// The names of the loops around.
  private var aliases: Set<String> {
    var names: Set<String> = []
    for block in open {
      if case .each(_, let alias) = block.kind { names.insert(string(alias)) }
    }
    return names
  }

  // MARK: Blocks

  private mutating func take(_ directive: Directive, prefix: Range<Int>) {
    let range = directive.range
    if let mistake = directive.mistake { report(range, mistake) }
    switch directive.action {
    case .nothing: break
    case .include(let path): add(.include(path, prefix: prefix))
    case .each(let path, let alias): begin(.each(path: path, alias: alias), range)
    case .condition(let condition): begin(.condition(condition), range)
    case .unclearLoop: begin(.unclear, range)
    case .unclearCondition(isElse: false): begin(.plain, range)
    case .otherwiseIf(let condition): continueBlock(range, with: .condition(condition))
    case .unclearCondition(isElse: true): continueBlock(range, with: .plain)
    case .otherwise: continueBlock(range, with: nil)
    case .end:
      guard open.count > 1 else {
        if endedEarly > 0, !fence.isOpen { return endedEarly -= 1 }
        unclear.append(max(lastBlock, fence.isOpen ? fenceStart : 0)..<range.lowerBound)
        lastBlock = range.upperBound
        add(.gap)
        return report(range, "unmatched `<<end>>`")
      }
      checkFence(range)
      close()
    }
  }

  private mutating func begin(_ kind: Block.Kind, _ range: Range<Int>) {
    if open.count == 1 { lastBlock = range.lowerBound }
    open.append(Block(kind: kind, range: range, fence: fence.number))
  }

  /// Begins the other branch of a condition, with a condition of its own after `else if`.
  private mutating func continueBlock(_ range: Range<Int>, with kind: Block.Kind?) {
    let written = kind == nil ? "<<else>>" : "<<else if …>>"
    let last = open.count - 1
    switch open[last].kind {
    case .unclear: return
    case .condition, .plain: break
    case .file, .each: return report(range, "unmatched `\(written)`")
    }
    guard open[last].otherwise == nil else {
      return report(range, "expected `<<end>>` after the branch `<<else>>`, found `\(written)`")
    }
    checkFence(range)
    open[last].otherwise = []
    guard let kind else { return }
    begin(kind, range)
    open[last + 1].isChained = true
  }

  /// A block is whole inside a fence or outside of it: else a condition takes the fence apart.
  private mutating func checkFence(_ range: Range<Int>) {
    let last = open.count - 1
    guard open[last].fence != fence.number, !open[last].isAcrossFences else { return }
    open[last].isAcrossFences = true
    let start = Location(path: file.path, range: open[last].range)
    diagnostics.append(
      .malformedPlaceholder(
        at: Location(path: file.path, range: range),
        "expected the start and the end of a block in the same fence, or both outside of fences",
        notes: [.init("the block starts here", at: start)]
      )
    )
  }

  private mutating func close() {
    let block = open.removeLast()
    switch block.kind {
    case .file: break
    case .unclear:
      meantKeys.formUnion(block.items.flatMap(\.keys))
      add(.gap)
    case .plain: for item in block.items + (block.otherwise ?? []) { add(item) }
    case .each(let path, let alias):
      add(
        .each(path: path, alias: string(alias), body: block.items, isClosed: block.isClosed)
      )
    case .condition(let condition):
      add(.condition(condition, then: block.items, otherwise: block.otherwise ?? []))
    }
    if block.isChained { close() }
  }

  private mutating func closeUnfinished() {
    report(start(of: open.count - 1), "unclosed block; expected `<<end>>` on a line of its own")
    open[open.count - 1].isClosed = false
    close()
  }

  /// Ends the blocks that began in a fence where the fence ends: what follows is not part of them.
  private mutating func endBlocks(ofFence number: Int) {
    while let block = open.last, block.fence == number, !block.isAcrossFences {
      report(
        start(of: open.count - 1),
        "unclosed block; expected `<<end>>` on a line of its own before the end of the fence"
      )
      open[open.count - 1].isClosed = false
      endedEarly += 1
      close()
      add(.gap)
    }
  }

  /// Where the first branch of a block begins.
  private func start(of index: Int) -> Range<Int> {
    var first = index
    while open[first].isChained { first -= 1 }
    return open[first].range
  }

  private mutating func add(_ item: Template.Item) {
    let last = open.count - 1
    switch item {
    case .text(let range) where range.isEmpty: return
    case .lineBreak(let range) where range.isEmpty: return
    default: break
    }
    if open[last].otherwise != nil {
      open[last].otherwise?.append(item)
    } else {
      open[last].items.append(item)
    }
  }

  // MARK: Findings

  private mutating func report(_ range: Range<Int>, _ expected: String) {
    diagnostics.append(
      .malformedPlaceholder(at: Location(path: file.path, range: range), expected)
    )
  }

  private mutating func report(_ slip: PlaceholderSlip) {
    meantKeys.formUnion(slip.keys)
    let location = Location(path: file.path, range: slip.range)
    diagnostics.append(
      .malformedPlaceholder(
        at: location,
        slip.message,
        fixes: .didYouMean(slip.instead, at: location)
      )
    )
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }
}

/// A block whose end has not been seen.
private struct Block {
  var kind: Kind
  /// The directive that begins it.
  var range = 0..<0
  /// The fence in which it begins.
  var fence: Int?
  var items: [Template.Item] = []
  var otherwise: [Template.Item]?
  /// Whether it began with `<<else if …>>`, so that the block around it ends with it.
  var isChained = false
  /// Whether that was reported.
  var isAcrossFences = false
  var isClosed = true

  enum Kind {
    case file
    case each(path: Range<Int>, alias: Range<Int>)
    case condition(Range<Int>)
    /// A loop that cannot be understood; what is in it is left out.
    case unclear
    /// A condition that is missing; what is in it is kept.
    case plain
  }
}
