/// Finds the tokens of a language.
protocol Lexer: SendableMetatype {
  /// Moves a scanner to its end and adds the tokens on the way.
  ///
  /// Whatever the bytes are, it must come to an end, and must never move back.
  static func scan(_ scanner: inout Scanner)
}
