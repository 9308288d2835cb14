internal import Text

/// The grammar of placeholders: `<<namespace.name HINT>>`, on one line, at most 160 bytes.
package struct PlaceholderGrammar: Sendable {
  /// The longest placeholder in bytes, brackets included.
  package static let longest = 160

  /// The names that are declared, so that a slip in one is not taken for plain text.
  let names: DeclaredNames
  /// The names of the loops around, which are namespaces, too.
  var aliases: Set<String> = []

  /// What is at a pair of angle brackets.
  enum Token: Equatable {
    case placeholder(Placeholder)
    /// What would be a placeholder or a block without the backslash before it, which is part of the
    /// range.
    case escaped(Range<Int>)
    /// Something that was meant as a placeholder or a block.
    case malformed(PlaceholderSlip)
  }

  /// What surrounds the text that is read.
  struct Surroundings {
    /// Whether the text is prose; else it is code of a fence.
    var isProse: Bool
    /// The language of the fence.
    var language = ""
  }

  /// Returns the next placeholder or slip at or after an offset.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - offset: where to begin, in bytes.
  ///   - end: where to stop, exclusive; a line break always ends a placeholder.
  ///   - place: what surrounds it. In prose `<<word>>` without a dot is always a slip, in code only
  ///     as a token of its own.
  /// - Returns: nothing where the rest is plain text.
  func next(
    in text: [UInt8],
    from offset: Int,
    to end: Int,
    _ place: Surroundings
  ) -> Token? {
    var index = offset
    while index < end {
      switch text[index] {
      case .lessThan:
        let length = text[index..<end].prefix { $0 == .lessThan }.count
        if length == 2, let token = token(in: text, at: index, offset, to: end, place) {
          return token
        }
        if let slip = nearMiss(in: text, at: index, to: end, place) { return .malformed(slip) }
        index += length
      case UInt8(ascii: "&"), 0xE2, 0xEF:
        if let slip = nearMiss(in: text, at: index, to: end, place) { return .malformed(slip) }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  private func token(
    in text: [UInt8],
    at start: Int,
    _ offset: Int,
    to end: Int,
    _ place: Surroundings
  ) -> Token? {
    let isEscaped = isEscaped(text, start)
    func found(_ slip: PlaceholderSlip?) -> Token? {
      guard let slip else { return nil }
      return isEscaped
        ? .escaped(max(offset, start - 1)..<slip.range.upperBound) : .malformed(slip)
    }
    var cursor = PlaceholderCursor(text: text, index: start + 2, end: end)
    guard let namespace = cursor.takeNamespace() else { return nil }
    let name = String(decoding: text[namespace], as: UTF8.self)
    guard cursor.take(.point) else {
      return found(
        inlineBlock(name, cursor, start) ?? dotless(name, cursor, start, place)
      )
    }
    if let placeholder = cursor.takeRest(of: namespace, from: start) {
      let range = placeholder.range
      if isEscaped { return .escaped(max(offset, start - 1)..<range.upperBound) }
      guard range.count <= Self.longest else {
        let message = "expected at most \(Self.longest) bytes, found \(range.count)"
        return .malformed(PlaceholderSlip(range: range, message: message))
      }
      if let slip = thirdBracket(after: placeholder, in: text, to: end, place) {
        return .malformed(slip)
      }
      return .placeholder(placeholder)
    }
    guard !isEscaped, names.namespaces.contains(name) || aliases.contains(name) else { return nil }
    let slipEnd = cursor.endOfSlip(from: start)
    guard !isHereDocument(start, slipEnd, in: text, after: end) else { return nil }
    return .malformed(slip(in: text, start..<slipEnd))
  }

  /// Whether an odd number of backslashes is directly before a place.
  func isEscaped(_ text: [UInt8], _ start: Int) -> Bool {
    var backslashes = 0
    while backslashes < start, text[start - 1 - backslashes] == .backslash { backslashes += 1 }
    return backslashes % 2 == 1
  }
}

/// A placeholder as it is written.
package struct Placeholder: Hashable, Sendable {
  /// The key as written, with its dots; may begin with the name of a loop and end in a view.
  package var key: String
  /// The hint, if one is written.
  package var hint: String?
  /// The whole, brackets included, in bytes of its file.
  package var range: Range<Int>
  /// The key alone.
  var keyRange: Range<Int>
  /// The hint alone; empty without one.
  var hintRange: Range<Int>
}

/// Something that was meant as a placeholder or a block.
struct PlaceholderSlip: Equatable {
  /// In bytes of the text.
  var range: Range<Int>
  /// What was expected, and what was found.
  var message: String
  /// What can be written instead.
  var instead: [String] = []
  /// The keys that may have been meant.
  var keys: [String] = []
}
