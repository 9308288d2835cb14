internal import Diagnostics
internal import Languages

/// The rules of one program that a wrong directive is a finding of.
struct DirectiveRules: Sendable {
  /// A directive that the program does not know.
  let unknownKey: Rule
  /// A word that a directive cannot take, one too many, or one that is missing.
  let type: Rule
  /// Words too many, where the program does not mind them; nothing where it does.
  var extra: Rule?

  /// A directive that no section of the program knows.
  ///
  /// - Parameters:
  ///   - name: what is written.
  ///   - candidates: what could have been meant.
  ///   - consequence: what the program does about it, such as `` `; it does not start` ``.
  /// - Returns: the finding, with the nearest names.
  func unknown(
    _ name: Word,
    among candidates: [String],
    _ consequence: String = ""
  ) -> Diagnostic {
    Diagnostic(
      unknownKey,
      at: name.range,
      "unknown directive `\(name.text)`\(consequence)",
      fixes: .replacements(NameIndex(candidates).nearest(to: name.text), at: name.range)
    )
  }

  /// Returns what is wrong with the words after a directive.
  func findings(
    in words: [Word],
    of directive: DirectiveTable.Directive,
    at name: Word
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var rest = words[...]
    for argument in directive.arguments {
      guard let first = rest.first else {
        if !argument.isOptional { findings.append(missing(argument, of: name)) }
        continue
      }
      for word in argument.isRepeated ? rest : [first] where !argument.shape.fits(word.text) {
        findings.append(wrong(word, argument, of: name))
      }
      rest = argument.isRepeated ? [] : rest.dropFirst()
    }
    if let extra = rest.first, let last = rest.last {
      let takes = directive.arguments.count.counted("value")
      let why = extra.text.hasPrefix("#") ? "; a comment needs a line of its own" : ""
      findings.append(
        Diagnostic(
          self.extra ?? type,
          at: extra.range.lowerBound..<last.range.upperBound,
          "expected \(takes) for `\(name.text)`, found \(words.count)\(why)"
        )
      )
    }
    return findings
  }

  private func missing(_ argument: DirectiveTable.Argument, of name: Word) -> Diagnostic {
    Diagnostic(
      type,
      at: name.range,
      "expected \(argument.shape.expected) for `\(name.text)`, found nothing"
    )
  }

  private func wrong(
    _ word: Word,
    _ argument: DirectiveTable.Argument,
    of name: Word
  ) -> Diagnostic {
    let nearest = NameIndex(argument.shape.choices).nearest(to: word.text)
    return Diagnostic(
      type,
      at: word.range,
      "expected \(argument.shape.expected) for `\(name.text)`, found `\(word.text)`",
      fixes: .replacements(nearest, at: word.range)
    )
  }
}
