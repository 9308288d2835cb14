internal import Text

/// A grammar in a text: rules of ordered choices, of which the first that fits is taken.
///
/// A line that begins with a capital letter begins a rule, `Name "what it is" = FORM`; indented lines
/// go on with it, and `#` begins a comment. A form is made of
///
/// - `word` and `'{'`: a token that reads so,
/// - `NUMBER`, `NAME`, `QUOTED`, `PATTERN`, `EOL` and `EOF`: a token of that kind,
/// - `Name`: another rule,
/// - `a b`, `a | b`, `( a )`, `a?`, `a*` and `a+`,
/// - `~a`: `a`, which is never offered as what was expected,
/// - `< a >`: any number of `a` up to a `}` or the end. What is wrong with one is reported, and the
///   next begins behind its line.
package struct Grammar: Sendable {
  indirect enum Form: Sendable {
    case literal(String)
    case token(GrammarToken.Kind)
    case rule(Int)
    case sequence([Form])
    case choice([Form])
    case repeated(Form, atLeast: Int, atMost: Int)
    case quiet(Form)
    case items(Form)
  }

  struct Rule: Sendable {
    let name: String
    /// What a message calls it; nothing where its parts speak for themselves.
    let label: String?
    let form: Form
  }

  let rules: [Rule]
  /// Words that are never names.
  let reserved: Set<String>
  /// Words that begin a block of a higher level, so that a brace is missing before them.
  let blocks: Set<String>
  private let indices: [String: Int]

  /// Reads a grammar.
  ///
  /// - Parameters:
  ///   - text: the rules; a mistake in one is a mistake of the program and stops it.
  ///   - reserved: words that no `NAME` can be.
  ///   - blocks: words that begin a block of items, and nothing in an item.
  package init(_ text: String, reserved: some Sequence<String>, blocks: Set<String>) {
    var sources: [(name: String, label: String?, form: [Substring])] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      var words = Self.words(of: line)[...]
      if let first = line.first, first.isUppercase {
        guard let mark = words.firstIndex(of: "=") else { preconditionFailure("\(line)") }
        let label = mark > 1 ? String(words[1].dropFirst().dropLast()) : nil
        sources.append((String(words[0]), label, []))
        words = words[(mark + 1)...]
      }
      sources[sources.count - 1].form += words
    }
    let indices = Dictionary(uniqueKeysWithValues: sources.indices.map { (sources[$0].name, $0) })
    rules = sources.map { source in
      var notation = GrammarNotation(words: source.form, rules: indices)
      return Rule(name: source.name, label: source.label, form: notation.read())
    }
    self.indices = indices
    self.reserved = Set(reserved)
    self.blocks = blocks
  }

  /// The place of a rule.
  func index(of rule: String) -> Int {
    guard let index = indices[rule] else { preconditionFailure("no rule \(rule)") }
    return index
  }

  /// Words, and texts in either quotes as one; a word keeps the marks behind it apart.
  private static func words(of line: Substring) -> [Substring] {
    var words: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
        continue
      }
      var end = rest.index(after: rest.startIndex)
      if first == "'" || first == "\"" {
        guard let close = rest[end...].firstIndex(of: first) else { preconditionFailure("\(line)") }
        end = rest.index(after: close)
      } else if first.isLetter || first.isNumber {
        end =
          rest.firstIndex { !$0.isLetter && !$0.isNumber && !"-_/".contains($0) } ?? rest.endIndex
      }
      words.append(rest[..<end])
      rest = rest[end...]
    }
    return words
  }
}

/// Reads the form of one rule.
struct GrammarNotation {
  let words: [Substring]
  let rules: [String: Int]
  private var index = 0

  init(words: [Substring], rules: [String: Int]) {
    self.words = words
    self.rules = rules
  }

  /// Returns the form that the words are.
  mutating func read() -> Grammar.Form {
    let form = choice()
    precondition(index == words.count, "\(words[index...].joined(separator: " "))")
    return form
  }

  private mutating func choice() -> Grammar.Form {
    var forms = [sequence()]
    while take("|") { forms.append(sequence()) }
    return forms.count == 1 ? forms[0] : .choice(forms)
  }

  private mutating func sequence() -> Grammar.Form {
    var forms: [Grammar.Form] = []
    while index < words.count, !["|", ")", ">"].contains(words[index]) { forms.append(part()) }
    return forms.count == 1 ? forms[0] : .sequence(forms)
  }

  private mutating func part() -> Grammar.Form {
    if take("~") { return .quiet(part()) }
    let form = atom()
    if take("?") { return .repeated(form, atLeast: 0, atMost: 1) }
    if take("*") { return .repeated(form, atLeast: 0, atMost: .max) }
    if take("+") { return .repeated(form, atLeast: 1, atMost: .max) }
    return form
  }

  private mutating func atom() -> Grammar.Form {
    if take("(") {
      defer { index += 1 }
      return choice()
    }
    if take("<") {
      defer { index += 1 }
      return .items(choice())
    }
    let word = words[index]
    index += 1
    if word.hasPrefix("'") { return .literal(String(word.dropFirst().dropLast())) }
    if let kind = GrammarToken.Kind(rawValue: String(word)) { return .token(kind) }
    guard word.first?.isUppercase == true else { return .literal(String(word)) }
    guard let rule = rules[String(word)] else { preconditionFailure("no rule \(word)") }
    return .rule(rule)
  }

  private mutating func take(_ word: Substring) -> Bool {
    guard index < words.count, words[index] == word else { return false }
    index += 1
    return true
  }
}
