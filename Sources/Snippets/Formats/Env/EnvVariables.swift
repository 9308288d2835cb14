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
    var findings: [Diagnostic] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      let next = index + 1 < range.upperBound ? text[index + 1] : nil
      if escapes && byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") && next == byte {
        index += 2
      } else if byte == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
        var reader = VariableReader(source: text, index: index + 1, end: range.upperBound)
        if let mistake = reader.read() {
          findings.append(.brokenVariable(mistake, at: index..<Swift.max(index + 2, reader.index)))
        }
        index = Swift.max(index + 2, reader.index)
      } else if byte == UInt8(ascii: "$") {
        let name = text[(index + 1)..<range.upperBound].prefix(while: \.isNameByte)
        let word = name.text
        if let first = name.first, !first.isDigit, !defined.contains(word),
          !environment.contains(word)
        {
          findings.append(.undefinedVariable(word, at: index..<name.endIndex))
        }
        index = Swift.max(index + 1, name.endIndex)
      } else {
        index += 1
      }
    }
    return findings
  }

  /// What a login shell has.
  private static let environment: Set<String> = [
    "HOME", "USER", "LOGNAME", "PATH", "PWD", "HOSTNAME", "SHELL", "LANG", "UID", "GID", "TMPDIR",
  ]
}
