internal import Diagnostics
internal import Languages
internal import Text

/// Reads the tokens of an nftables file as nft does (`scanner.l`): at every place the longest one.
struct NFTablesTokens {
  private let text: [UInt8]
  private var index = 0
  private(set) var tokens: [GrammarToken] = []
  /// Texts in quotes that are not closed.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: [UInt8]) {
    self.text = text
    while index < text.count { read() }
    append(.eof, text.count..<text.count)
  }

  private mutating func append(_ kind: GrammarToken.Kind, _ range: Range<Int>) {
    tokens.append(GrammarToken(kind, text[range].text, at: range))
    index = range.upperBound
  }

  private mutating func read() {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "#"): skipComment()
    case UInt8(ascii: "\n"), UInt8(ascii: ";"): append(.eol, index..<index + 1)
    case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n"):
      index += 2
    case UInt8(ascii: "\""): readQuoted()
    case UInt8(ascii: "["):
      let address = Self.addressLength(text[(index + 1)...])
      let end = index + 1 + address
      guard address > 0, end < text.count, text[end] == UInt8(ascii: "]") else {
        append(.punctuation, index..<index + 1)
        return
      }
      tokens.append(GrammarToken(.name, text[index + 1..<end].text, at: index..<end + 1))
      index = end + 1
    case _ where byte.isBlank || byte == UInt8(ascii: "\r"): index += 1
    default: readWord()
    }
  }

  /// A comment that has its line to itself takes the end of the line with it.
  private mutating func skipComment() {
    var before = index
    while before > 0, text[before - 1].isBlank { before -= 1 }
    let hasLine = before == 0 || text[before - 1] == UInt8(ascii: "\n")
    while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
    if hasLine, index < text.count { index += 1 }
  }

  private mutating func readQuoted() {
    let start = index
    let stop = text[(index + 1)...].firstIndex {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
    }
    let isClosed = stop.map { text[$0] == UInt8(ascii: "\"") } ?? false
    let end = stop ?? text.count
    if !isClosed { diagnostics.append(.nftablesString(at: start..<end)) }
    tokens.append(GrammarToken(.quoted, text[start + 1..<end].text, at: start..<end))
    index = end + (isClosed ? 1 : 0)
  }

  private mutating func readWord() {
    let rest = text[index...]
    var best = (length: 0, kind: GrammarToken.Kind.name)
    func take(_ length: Int, _ kind: GrammarToken.Kind) {
      if length > best.length { best = (length, kind) }
    }
    take(Self.addressLength(rest), .name)
    take(Self.timeLength(rest), .name)
    take(Self.numberLength(rest), .number)
    take(Self.classLength(rest), .name)
    let string = Self.stringLength(rest)
    take(string, .name)
    take(Self.patternLength(rest, after: string), .pattern)
    take(["==", "!=", "<=", ">=", "<<", ">>"].contains(rest.prefix(2).text) ? 2 : 1, .punctuation)
    append(best.kind, index..<index + best.length)
  }

  // MARK: Lengths

  private static func prefix(_ text: ArraySlice<UInt8>, _ fits: (UInt8) -> Bool) -> Int {
    (text.firstIndex { !fits($0) } ?? text.endIndex) - text.startIndex
  }

  private static func stringLength(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first, first.isLetter || first == 0x5F || first == 0x2E else { return 0 }
    if first == 0x2E, text.count == 1 || !text[text.startIndex + 1].isLetter { return 0 }
    return prefix(text) { $0.isLetter || $0.isDigit || "/-_.".utf8.contains($0) }
  }

  /// A word with `*` or `\*` behind it or in it, or `\*` alone.
  private static func patternLength(_ text: ArraySlice<UInt8>, after string: Int) -> Int {
    var index = text.startIndex + string
    let escaped = index < text.endIndex && text[index] == UInt8(ascii: "\\")
    if escaped { index += 1 }
    guard index < text.endIndex, text[index] == UInt8(ascii: "*"), string > 0 || escaped else {
      return 0
    }
    index += 1
    if escaped, string > 0 { index += stringLength(text[index...]) }
    return index - text.startIndex
  }

  private static func numberLength(_ text: ArraySlice<UInt8>) -> Int {
    if text.count > 2, text[text.startIndex] == UInt8(ascii: "0"),
      text[text.startIndex + 1] | 0x20 == UInt8(ascii: "x")
    {
      let digits = prefix(text.dropFirst(2), \.isHexadecimal)
      if digits > 0 { return digits + 2 }
    }
    let dots = prefix(text) { $0.isDigit || $0 == UInt8(ascii: ".") }
    let digits = prefix(text, \.isDigit)
    // An address with too few or too many parts, as one.
    let run = text.prefix(dots)
    if digits > 0, dots > digits, run.last != UInt8(ascii: "."),
      run.count(where: { $0 == 0x2E }) > 1
    {
      return dots
    }
    let rest = text.dropFirst(digits).prefix(4)
    // The two names of types that begin with a digit.
    return digits == 4 && ["q", "ad"].contains(rest.prefix(prefix(rest, \.isLetter)).text)
      ? digits + prefix(rest, \.isLetter) : digits
  }

  /// Numbers with units from days to milliseconds, in this order.
  private static func timeLength(_ text: ArraySlice<UInt8>) -> Int {
    var index = text.startIndex
    for unit in ["d", "h", "m", "s", "ms"] {
      let digits = prefix(text[index...], \.isDigit)
      let end = index + digits + unit.utf8.count
      guard digits > 0, end <= text.endIndex, text[index + digits..<end].elementsEqual(unit.utf8)
      else { continue }
      if unit == "m", end < text.endIndex, text[end] == UInt8(ascii: "s") { continue }
      index = end
    }
    return index - text.startIndex
  }

  /// The class of a queueing discipline, such as `1:ff`, where something follows it.
  private static func classLength(_ text: ArraySlice<UInt8>) -> Int {
    let major = prefix(text, \.isHexadecimal)
    let colon = text.startIndex + major
    guard 1...4 ~= major, colon < text.endIndex, text[colon] == UInt8(ascii: ":") else { return 0 }
    let minor = prefix(text[(colon + 1)...], \.isHexadecimal)
    let end = colon + 1 + minor
    guard 1...4 ~= minor, end < text.endIndex, " \t\n:-},".utf8.contains(text[end]) else {
      return 0
    }
    return end - text.startIndex
  }

  /// A hardware address, or one of either version.
  private static func addressLength(_ text: ArraySlice<UInt8>) -> Int {
    let start = text.startIndex
    let run = prefix(text) { $0.isHexadecimal || $0 == UInt8(ascii: ":") }
    var best = versionFourLength(text)
    if run > 1, text.prefix(run).contains(UInt8(ascii: ":")) {
      for length in stride(from: run, to: max(best, 1), by: -1) {
        let part = text[start..<start + length].text
        let parts = part.split(separator: ":", omittingEmptySubsequences: false)
        let isHardware = parts.count == 6 && parts.allSatisfy { 1...2 ~= $0.utf8.count }
        if isHardware || isVersionSix(part) {
          best = length
          break
        }
      }
    }
    for mapped in ["::", "::ffff:"] where text.prefix(mapped.utf8.count).text.lowercased() == mapped
    {
      let four = versionFourLength(text.dropFirst(mapped.utf8.count))
      if four > 0 { best = max(best, mapped.utf8.count + four) }
    }
    return best
  }

  private static func isVersionSix(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    let groups = halves.flatMap { $0.split(separator: ":", omittingEmptySubsequences: false) }
      .filter { !$0.isEmpty }
    let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
    guard groups.allSatisfy({ $0.utf8.count <= 4 }), !text.contains(":::") else { return false }
    if halves.count == 1 { return groups.count == 8 && colons == 7 }
    return halves.count == 2 && groups.count <= 7 && !text.hasSuffix(":") == !halves[1].isEmpty
      && text.hasPrefix(":") == halves[0].isEmpty
  }

  private static func versionFourLength(_ text: ArraySlice<UInt8>) -> Int {
    var index = text.startIndex
    for part in 0..<4 {
      let digits = min(prefix(text[index...], \.isDigit), 3)
      guard digits > 0 else { return 0 }
      index += digits
      guard part < 3 else { break }
      guard index < text.endIndex, text[index] == UInt8(ascii: ".") else { return 0 }
      index += 1
    }
    return index - text.startIndex
  }
}
