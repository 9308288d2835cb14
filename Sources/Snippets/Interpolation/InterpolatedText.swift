internal import Text

/// A text of a compose file taken apart at its variables, as compose-go reads it
/// (`template/template.go`).
///
/// Variables are `$NAME`, `${NAME}`, and `${NAME` with `:-`, `-`, `:?`, `?`, `:+` or `+`, a text in
/// which variables may stand again, and `}`. `$$` is a dollar; any other `$` stays what it is.
struct InterpolatedText: Sendable {
  /// In the order of the text.
  var pieces: [Piece] = []
  /// What stands behind a `${` and is no variable, with what was expected.
  var mistakes: [(expected: String, range: Range<Int>)] = []
  /// Each `$` that begins nothing.
  var strays: [Range<Int>] = []

  /// A part of the text; ranges are bytes of what was read.
  indirect enum Piece: Sendable {
    case text(Range<Int>)
    case dollar
    case variable(ComposeVariable)
  }

  /// Reads a range of a text.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var reader = InterpolationReader(bytes: bytes, index: range.lowerBound, end: range.upperBound)
    pieces = reader.readPieces(isWord: false) ?? []
    mistakes = reader.mistakes
    strays = reader.strays
  }

  /// Reads a whole text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, 0..<bytes.count)
  }

  /// Every variable, those in the words of others behind them.
  var variables: [ComposeVariable] { Self.variables(in: pieces) }

  private static func variables(in pieces: [Piece]) -> [ComposeVariable] {
    pieces.flatMap { piece -> [ComposeVariable] in
      guard case .variable(let variable) = piece else { return [] }
      return [variable] + variables(in: variable.word)
    }
  }
}

/// A variable of a compose file.
struct ComposeVariable: Sendable {
  var name: String
  /// From the `$` to the end.
  var range: Range<Int>
  var nameRange: Range<Int>
  var form: Form = .plain
  /// What stands behind the sign.
  var word: [InterpolatedText.Piece] = []

  /// What the sign behind the name asks for; a colon before it makes an empty value count as none.
  enum Form: Sendable, Equatable {
    case plain
    /// `-`: the word stands in for a missing value.
    case fallback(isForEmpty: Bool)
    /// `?`: a missing value is an error.
    case required(isForEmpty: Bool)
    /// `+`: the word stands in for a value that is there.
    case replacement(isForEmpty: Bool)
  }
}

/// Reads the pieces of a text.
private struct InterpolationReader {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  var mistakes: [(expected: String, range: Range<Int>)] = []
  var strays: [Range<Int>] = []
  private var depth = 0

  /// How deep variables may stand in each other; what is deeper is not taken apart.
  private static let deepest = 32

  init(bytes: [UInt8], index: Int, end: Int) {
    self.bytes = bytes
    self.index = index
    self.end = end
  }

  private var peek: UInt8? { index < end ? bytes[index] : nil }

  /// Reads up to the end, or up to and with the `}` that closes a word.
  ///
  /// - Returns: nothing where the `}` is missing.
  mutating func readPieces(isWord: Bool) -> [InterpolatedText.Piece]? {
    var pieces: [InterpolatedText.Piece] = []
    var start = index
    var braces = 0
    while let byte = peek {
      if byte == UInt8(ascii: "$") {
        if start < index { pieces.append(.text(start..<index)) }
        if let piece = readDollar() { pieces.append(piece) }
        start = index
        continue
      }
      if isWord, byte == UInt8(ascii: "{") { braces += 1 }
      if isWord, byte == UInt8(ascii: "}") {
        if braces == 0 {
          if start < index { pieces.append(.text(start..<index)) }
          index += 1
          return pieces
        }
        braces -= 1
      }
      index += 1
    }
    if start < index { pieces.append(.text(start..<index)) }
    return isWord ? nil : pieces
  }

  /// Reads what begins at a `$`; nothing where it is wrong.
  private mutating func readDollar() -> InterpolatedText.Piece? {
    let start = index
    index += 1
    switch peek {
    case UInt8(ascii: "$"):
      index += 1
      return .dollar
    case UInt8(ascii: "{") where depth < Self.deepest:
      index += 1
      depth += 1
      defer { depth -= 1 }
      return readBraced(from: start)
    default:
      guard let (name, range) = readName() else {
        strays.append(start..<min(index + 1, end))
        return .text(start..<index)
      }
      return .variable(ComposeVariable(name: name, range: start..<index, nameRange: range))
    }
  }

  private mutating func readName() -> (String, Range<Int>)? {
    guard let first = peek, first == 0x5F || first.isLetter else { return nil }
    let start = index
    while let byte = peek, byte == 0x5F || byte.isLetter || byte.isDigit { index += 1 }
    return (String(decoding: bytes[start..<index], as: UTF8.self), start..<index)
  }

  private mutating func readBraced(from start: Int) -> InterpolatedText.Piece? {
    guard let (name, nameRange) = readName() else {
      return mistake("expected the name of a variable after `${`", from: start)
    }
    var variable = ComposeVariable(name: name, range: start..<index, nameRange: nameRange)
    if peek != UInt8(ascii: "}") {
      let isForEmpty = peek == UInt8(ascii: ":")
      if isForEmpty { index += 1 }
      switch peek {
      case UInt8(ascii: "-"): variable.form = .fallback(isForEmpty: isForEmpty)
      case UInt8(ascii: "?"): variable.form = .required(isForEmpty: isForEmpty)
      case UInt8(ascii: "+"): variable.form = .replacement(isForEmpty: isForEmpty)
      default:
        return mistake(
          "expected `}`, `:-`, `-`, `:?`, `?`, `:+` or `+` after the name",
          from: start
        )
      }
      index += 1
      guard let word = readPieces(isWord: true) else {
        return mistake("missing closing `}`", from: start)
      }
      variable.word = word
    } else {
      index += 1
    }
    variable.range = start..<index
    return .variable(variable)
  }

  private mutating func mistake(
    _ expected: String,
    from start: Int
  ) -> InterpolatedText.Piece? {
    mistakes.append((expected, start..<max(start + 1, index)))
    return nil
  }
}
