internal import Diagnostics
internal import Languages

/// Reads samples such as `req.hdr(host),lower` (`sample_parse_expr` of sample.c).
struct HAProxyExpression {
  private let word: HAProxyWord
  private var index: Int
  /// What is wrong with names and brackets.
  private(set) var diagnostics: [Diagnostic] = []
  /// The fetch at its start, where it is known.
  private(set) var fetch: (name: Word, sources: [String])?
  /// The arguments of types that name something, such as `be` for a backend.
  private(set) var references: [(type: String, word: Word)] = []

  /// Reads the sample that begins at a byte of a word.
  init(_ word: HAProxyWord, from start: Int = 0) {
    self.word = word
    index = start
  }

  /// Reads a sample, and returns the byte of the word behind it.
  mutating func read() -> Int {
    readCall(in: "fetch", "sample")
    while index < word.bytes.count, word.bytes[index] == UInt8(ascii: ",") {
      index += 1
      readCall(in: "converter", "converter")
    }
    return index
  }

  private mutating func readCall(in section: String, _ noun: String) {
    let start = index
    let ends: [UInt8] = Array("(,]) ".utf8)
    while index < word.bytes.count, !ends.contains(word.bytes[index]) { index += 1 }
    let name = word.part(start..<index)
    var arguments: [Word] = []
    if index < word.bytes.count, word.bytes[index] == UInt8(ascii: "(") {
      index += 1
      arguments = readArguments(of: name)
    }
    if name.text.isEmpty, !arguments.isEmpty {
      let place = Word(text: "(", range: word.range(of: start..<start + 1))
      diagnostics.append(.haproxyUnknownSample(place, noun, []))
    }
    guard !name.text.isEmpty, !name.text.hasPrefix("lua.") else { return }
    let table = HAProxyTable.all
    var known = table.directive(name.text, in: section)
    if known == nil, section == "fetch",
      let alias = table.directive(name.text, in: "acl")?.facts["fetch"]
    {
      known = table.directive(alias, in: "fetch")
    }
    guard let known else {
      var names = table.names(in: section)
      if section == "fetch" { names += table.names(in: "acl") }
      diagnostics.append(.haproxyUnknownSample(name, noun, NameIndex(names).nearest(to: name.text)))
      return
    }
    if section == "fetch" {
      let sources = known.facts["from"]?.split(separator: " ").map(String.init) ?? []
      fetch = (name, sources)
    }
    let expected = known.facts["args"]?.split(separator: " ").map(String.init) ?? ["0"]
    let given = arguments.count == 1 && arguments[0].text.isEmpty ? 0 : arguments.count
    let needed = Int(expected[0]) ?? 0
    if given < needed {
      diagnostics.append(.haproxyArguments(name, "at least \(needed)", given))
    } else if given > expected.count - 1, known.facts["args"] != nil || given > 0 {
      diagnostics.append(.haproxyArguments(name, "at most \(expected.count - 1)", given))
    }
    for (type, argument) in zip(expected.dropFirst(), arguments) where !argument.text.isEmpty {
      references.append((type, argument))
      if type == "sint", !argument.text.contains("$"), Int(argument.text) == nil {
        diagnostics.append(.haproxyArgument(name, argument, "a whole number"))
      }
    }
    guard diagnostics.isEmpty, let least = Self.leasts[name.text] else { return }
    for (argument, least) in zip(arguments, least)
    where Int(argument.text).map({ $0 < least }) ?? false {
      diagnostics.append(.haproxyArgument(name, argument, "a number of at least \(least)"))
    }
  }

  /// The least number of each argument of converters that count in bytes.
  private static let leasts = ["bytes": [0, 1]]

  /// Commas part them, and quotes protect commas and brackets.
  private mutating func readArguments(of name: Word) -> [Word] {
    var arguments: [Word] = []
    var start = index
    var quote: UInt8?
    while index < word.bytes.count {
      let byte = word.bytes[index]
      if byte == UInt8(ascii: "\\") {
        index = min(index + 2, word.bytes.count)
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") {
        arguments.append(word.part(start..<index))
        start = index + 1
        if byte == UInt8(ascii: ")") {
          index += 1
          return arguments
        }
      }
      index += 1
    }
    diagnostics.append(.haproxyBracket(name))
    return arguments
  }
}
