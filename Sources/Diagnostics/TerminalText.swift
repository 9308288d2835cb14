/// Texts as a terminal may show them: what it would obey is written out.
public enum TerminalText {
  /// Returns a text of one line, with control characters, line breaks and marks that change the
  /// direction of writing as `\n` or `\u{1B}`.
  public static func line(_ text: String) -> String { escaped(text, but: []) }

  /// Returns a text of several lines; line breaks and tabs stay.
  public static func lines(_ text: String) -> String { escaped(text, but: ["\n", "\r", "\t"]) }

  /// Whether a terminal does something else than show a character.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func escaped(_ text: String, but kept: Set<Unicode.Scalar>) -> String {
    guard
      text.unicodeScalars.contains(where: { isControl($0) && ($0 == "\r" || !kept.contains($0)) })
    else {
      return text
    }
    // A carriage return alone would let the rest of the line cover its beginning.
    var out = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let stays = scalar == "\r" ? rest.first == "\n" : true
      if isControl(scalar), !kept.contains(scalar) || !stays {
        out += scalar.escaped(asASCII: true)
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
