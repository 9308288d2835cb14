internal import Diagnostics
internal import Text
internal import Values

/// A line that steers the expansion: `<<each … as …>>`, `<<if …>>`, `<<else if …>>`, `<<else>>`,
/// `<<end>>` or `<<include …>>`, alone on its line but for indentation and `>` marks.
package struct Directive: Equatable {
  /// What it does, as far as that can be told from what is written.
  var action: Action
  /// The directive without its prefix, in bytes of the text.
  var range: Range<Int>
  /// What was expected, where something else is written.
  var mistake: String?

  enum Action: Equatable {
    case each(path: Range<Int>, alias: Range<Int>)
    case condition(Range<Int>)
    case otherwiseIf(Range<Int>)
    case otherwise
    case end
    case include(Range<Int>)
    /// The start of a loop that cannot be understood.
    case unclearLoop
    /// A condition that is missing, after `if` or after `else if`.
    case unclearCondition(isElse: Bool)
    /// Something without a meaning.
    case nothing
  }

  /// The words with which directives begin.
  static let words: Set<String> = ["each", "else", "end", "if", "include"]

  /// Returns the directive on a line.
  ///
  /// - Parameters:
  ///   - line: the line in bytes of the text, without its line break.
  ///   - text: the text.
  ///   - isInBlock: whether a block is open: only there can a lone word be its end.
  /// - Returns: nothing where the line is text.
  static func parse(_ line: Range<Int>, of text: [UInt8], isInBlock: Bool) -> Directive? {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start].isBlank || text[start] == .greaterThan { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    guard end - start > 4, text[start..<(start + 2)].elementsEqual("<<".utf8),
      text[(end - 2)..<end].elementsEqual(">>".utf8)
    else { return nil }
    let words = text[(start + 2)..<(end - 2)].split { $0.isBlank }
      .map { $0.startIndex..<$0.endIndex }
    guard let first = words.first else { return nil }
    let reader = DirectiveReader(text: text, words: words, end: end - 2, isInBlock: isInBlock)
    guard let (action, mistake) = reader.read(reader.word(first)) else { return nil }
    return Directive(action: action, range: start..<end, mistake: mistake)
  }
}

/// Reads the words of a directive, the misspelt and those of other languages of templates, too.
private struct DirectiveReader {
  let text: [UInt8]
  let words: [Range<Int>]
  let end: Int
  let isInBlock: Bool

  typealias Reading = (action: Directive.Action, mistake: String?)

  func word(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// The rest of the directive from one of its words on.
  private func rest(from index: Int) -> Range<Int> {
    words.indices ~= index ? words[index].lowerBound..<words[words.count - 1].upperBound : end..<end
  }

  func read(_ first: String) -> Reading? {
    switch first {
    case "end" where words.count == 1: return (.end, nil)
    case "else" where words.count == 1: return (.otherwise, nil)
    case "else" where word(words[1]) == "if": return otherwiseIf(from: 2)
    case "include": return include()
    case "if": return condition()
    case "each": return each()
    default: return misspelt(first)
    }
  }

  private func condition() -> Reading {
    words.count > 1
      ? (.condition(rest(from: 1)), nil)
      : (.unclearCondition(isElse: false), "expected `<<if EXPRESSION>>`, found no expression")
  }

  private func otherwiseIf(from index: Int, _ mistake: String? = nil) -> Reading {
    words.count > index
      ? (.otherwiseIf(rest(from: index)), mistake)
      : (
        .unclearCondition(isElse: true),
        mistake ?? "expected `<<else if EXPRESSION>>`, found no expression"
      )
  }

  private func include() -> Reading {
    guard words.count > 1 else {
      return (.nothing, "expected `<<include PATH>>`, found no path")
    }
    return words.count == 2
      ? (.include(words[1]), nil)
      : (.nothing, "expected one path in `<<include PATH>>`, found \(words.count - 1)")
  }

  private func each() -> Reading {
    if words.count == 4, word(words[2]) == "as", isAlias(text[words[3]]) {
      return (.each(path: words[1], alias: words[3]), nil)
    }
    guard words.count > 1 else {
      return (.unclearLoop, "expected `<<each servers.GROUP as NAME>>`, found no path")
    }
    let path = word(words[1])
    if words.count == 4, word(words[2]) == "as" {
      return (
        .unclearLoop,
        "expected a name in lower-case letters and digits after `as`, found `\(word(words[3]))`"
      )
    }
    return (.unclearLoop, "expected `<<each \(path) as NAME>>`, found `\(written)`")
  }

  private func isAlias(_ name: ArraySlice<UInt8>) -> Bool {
    name.first?.isLower == true && name.allSatisfy { $0.isLower || $0.isDigit }
  }

  private var written: String {
    PlaceholderGrammar.shown(text[(words[0].lowerBound - 2)..<(end + 2)])
  }

  /// Reads what other languages call it, and capital letters.
  private func misspelt(_ first: String) -> Reading? {
    let word = first.lowercased().drop { "#/".contains($0) }
    let second = words.count > 1 ? self.word(words[1]).lowercased() : ""
    let isClosing = first.hasPrefix("/")
    func expected(_ right: String) -> String { "expected `<<\(right)>>`, found `\(written)`" }
    switch (word, words.count) {
    case ("if", 1), ("each", 1), ("for", 1):
      return isClosing ? (.end, expected("end")) : nil
    case ("end", 1), ("endif", 1), ("endeach", 1), ("endfor", 1), ("endforeach", 1):
      return (.end, expected("end"))
    case ("end", 2) where ["if", "each", "for", "foreach", "loop"].contains(second):
      return (.end, expected("end"))
    case ("else", 1): return (.otherwise, expected("else"))
    case ("else", 2...) where second == "if":
      return otherwiseIf(from: 2, expected("else if EXPRESSION"))
    case ("elif", _), ("elseif", _), ("elsif", _), ("else-if", _), ("else_if", _):
      return otherwiseIf(from: 1, expected("else if EXPRESSION"))
    case ("if", 2...): return (.condition(rest(from: 1)), expected("if EXPRESSION"))
    case ("unless", 2...):
      return (.unclearCondition(isElse: false), expected("if not (EXPRESSION)"))
    case ("each", 2...), ("foreach", 2...), ("for", 2...), ("loop", 2...), ("repeat", 2...):
      return (.unclearLoop, expected("each servers.GROUP as NAME"))
    case ("include", 2...), ("includes", 2...), ("import", 2...), ("insert", 2...),
      ("partial", 2...):
      return (.nothing, expected("include PATH"))
    default: return slip(String(word))
    }
  }

  /// Reads a word that one slip of the finger makes of another, where the rest looks like it.
  private func slip(_ word: String) -> Reading? {
    let near = NameIndex(Directive.words.sorted()).slips(of: word)
    func expected(_ right: String) -> String { "expected `<<\(right)>>`, found `\(written)`" }
    switch words.count {
    case 1 where isInBlock && near == ["end"]: return (.end, expected("end"))
    case 1 where isInBlock && near == ["else"]: return (.otherwise, expected("else"))
    case 2 where near == ["include"] && self.word(words[1]).hasSuffix(".md"):
      return (.include(words[1]), expected("include \(self.word(words[1]))"))
    case 4 where near == ["each"] && self.word(words[2]) == "as":
      guard isAlias(text[words[3]]) else { return nil }
      let rest = String(decoding: text[rest(from: 1)], as: UTF8.self)
      return (.each(path: words[1], alias: words[3]), expected("each \(rest)"))
    case 2... where near == ["if"] || word == "fi":
      let condition = rest(from: 1)
      let text = String(decoding: text[condition], as: UTF8.self)
      guard case .success(let expression) = Expression.parse(text), !expression.paths.isEmpty
      else { return nil }
      return (.condition(condition), expected("if \(text)"))
    default: return nil
    }
  }
}
