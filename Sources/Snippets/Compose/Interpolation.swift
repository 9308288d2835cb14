internal import Diagnostics

/// The variables of compose files: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:?message}`,
/// `${NAME:+other}` and the forms without the colon; `$$` is a dollar.
enum Interpolation {
  /// Returns every `$` in a value that begins none of those, in the scalars' own text.
  static func findings(in value: TypedValue, _ source: [UInt8]) -> [Diagnostic] {
    switch value.content {
    case .array(let elements): return elements.flatMap { findings(in: $0, source) }
    case .object(let members): return members.flatMap { findings(in: $0.value, source) }
    case .string where value.range.upperBound <= source.count:
      return scan(value.range, source)
    default: return []
    }
  }

  private static func scan(_ range: Range<Int>, _ source: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index] == UInt8(ascii: "$") else {
        index += 1
        continue
      }
      var reader = VariableReader(source: source, index: index + 1, end: range.upperBound)
      if let mistake = reader.read() {
        findings.append(.interpolation(mistake, at: index..<max(index + 1, reader.index)))
      }
      index = max(index + 1, reader.index)
    }
    return findings
  }
}

/// Reads what stands behind a `$`.
struct VariableReader {
  let source: [UInt8]
  var index: Int
  let end: Int

  private var peek: UInt8? { index < end ? source[index] : nil }

  /// Returns what was expected; nothing where all is right.
  mutating func read() -> String? {
    switch peek {
    case UInt8(ascii: "$"):
      index += 1
      return nil
    case UInt8(ascii: "{"):
      index += 1
      return readBraced()
    default: return readName() ? nil : "a variable is expected after `$`"
    }
  }

  private mutating func readName() -> Bool {
    guard let first = peek, first == 0x5F || 97...122 ~= first | 0x20 else { return false }
    while let byte = peek, byte == 0x5F || 97...122 ~= byte | 0x20 || 48...57 ~= byte { index += 1 }
    return true
  }

  private mutating func readBraced() -> String? {
    guard readName() else { return "the name of a variable is expected after `${`" }
    if peek == UInt8(ascii: "}") {
      index += 1
      return nil
    }
    if peek == UInt8(ascii: ":") { index += 1 }
    guard let sign = peek, [0x2D, 0x3F, 0x2B].contains(sign) else {
      return "`}`, or one of `:-`, `-`, `:?`, `?`, `:+`, `+` is expected after the name"
    }
    index += 1
    return readWord()
  }

  /// The text behind the sign, in which variables may stand again.
  private mutating func readWord() -> String? {
    while let byte = peek {
      index += 1
      if byte == UInt8(ascii: "}") { return nil }
      if byte == UInt8(ascii: "$"), let mistake = read() { return mistake }
    }
    return "the closing `}` is expected"
  }
}
