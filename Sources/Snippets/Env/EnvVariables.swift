internal import Diagnostics

/// Looks at the variables in the value of a `.env` file.
enum EnvVariables {
  /// Finds every `${` that begins no variable, and every `$NAME` that nothing defines.
  ///
  /// - Parameters:
  ///   - range: the value in bytes of the text, without its quotes.
  ///   - text: the whole file.
  ///   - defined: the names that stand above.
  ///   - escapes: whether `\$` is a dollar.
  /// - Returns: the findings in their order.
  static func findings(
    in range: Range<Int>,
    of text: [UInt8],
    defined: [String],
    escapes: Bool = false
  ) -> [Diagnostic] {
    let read = InterpolatedText(escapes ? withoutEscapes(text, range) : text, range)
    let undefined = read.variables.filter { variable in
      text[variable.range.lowerBound + 1] != UInt8(ascii: "{")
        && !defined.contains(variable.name) && !environment.contains(variable.name)
    }
    let findings =
      read.mistakes.map { Diagnostic.brokenVariable($0.expected, at: $0.range) }
      + undefined.map { .undefinedVariable($0.name, at: $0.range) }
    return findings.sorted { $0.location.range.lowerBound < $1.location.range.lowerBound }
  }

  /// The text with blanks in the place of escapes, so that what they take the meaning from has none.
  private static func withoutEscapes(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var text = text
    var index = range.lowerBound
    while index < range.upperBound {
      let isEscape = text[index] == UInt8(ascii: "\\")
      let end = Swift.min(index + (isEscape ? 2 : 1), range.upperBound)
      if isEscape { for place in index..<end { text[place] = UInt8(ascii: " ") } }
      index = end
    }
    return text
  }

  /// What a login shell has.
  private static let environment: Set<String> = [
    "HOME", "USER", "LOGNAME", "PATH", "PWD", "HOSTNAME", "SHELL", "LANG", "UID", "GID", "TMPDIR",
  ]
}
