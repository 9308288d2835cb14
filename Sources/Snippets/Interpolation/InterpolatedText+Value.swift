extension InterpolatedText {
  /// Puts the values of the variables into the text.
  ///
  /// - Parameters:
  ///   - bytes: what the pieces were read from.
  ///   - value: the value of a variable, nothing for one that is not set.
  /// - Returns: the text; a variable that is not set leaves nothing.
  func text(_ bytes: [UInt8], _ value: (String) -> String?) -> [UInt8] {
    Self.text(of: pieces, bytes, value)
  }

  /// Returns the variables that have no value where they need one.
  ///
  /// The word of a variable counts only where it stands in for the value.
  func missing(_ value: (String) -> String?) -> [ComposeVariable] {
    Self.missing(in: pieces, value)
  }

  private static func text(
    of pieces: [Piece],
    _ bytes: [UInt8],
    _ value: (String) -> String?
  ) -> [UInt8] {
    var text: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let range): text += bytes[range]
      case .dollar: text.append(UInt8(ascii: "$"))
      case .variable(let variable):
        let known = value(variable.name)
        text +=
          variable.needsWord(known)
          ? Self.text(of: variable.word, bytes, value) : Array((known ?? "").utf8)
      }
    }
    return text
  }

  private static func missing(
    in pieces: [Piece],
    _ value: (String) -> String?
  ) -> [ComposeVariable] {
    pieces.flatMap { piece -> [ComposeVariable] in
      guard case .variable(let variable) = piece else { return [] }
      let known = value(variable.name)
      if variable.needsWord(known) { return missing(in: variable.word, value) }
      return variable.isMissing(known) ? [variable] : []
    }
  }
}

extension ComposeVariable {
  /// Whether the word stands in the place of a value.
  fileprivate func needsWord(_ value: String?) -> Bool {
    switch form {
    case .plain, .required: false
    case .fallback(let isForEmpty): value == nil || isForEmpty && value?.isEmpty == true
    case .replacement(let isForEmpty):
      value != nil && !(isForEmpty && value?.isEmpty == true)
    }
  }

  /// Whether a value is needed and is not there.
  fileprivate func isMissing(_ value: String?) -> Bool {
    switch form {
    case .plain: value == nil
    case .required(let isForEmpty): value == nil || isForEmpty && value?.isEmpty == true
    case .fallback, .replacement: false
    }
  }
}
