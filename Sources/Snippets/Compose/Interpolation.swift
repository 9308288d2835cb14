internal import Diagnostics
internal import Languages

/// Finds what is wrong with the variables in the values of a compose file; keys hold none.
enum Interpolation {
  /// Returns every `$` that begins no variable, in the scalars' own text.
  static func findings(in value: TypedValue, _ source: [UInt8]) -> [Diagnostic] {
    switch value.content {
    case .array(let elements): return elements.flatMap { findings(in: $0, source) }
    case .object(let members): return members.flatMap { findings(in: $0.value, source) }
    case .string(let text)
    where text.utf8.contains(UInt8(ascii: "$")) && value.range.upperBound <= source.count:
      // Lines are joined before variables are put in.
      let places = ScalarPlaces(of: text, at: value.range, in: source)
      let read = places == nil ? InterpolatedText(source, value.range) : InterpolatedText(text)
      func place(_ range: Range<Int>) -> Range<Int> { places?.range(of: range) ?? range }
      return read.mistakes.map { .interpolation($0.expected, at: place($0.range)) }
        + read.strays.map { .strayDollar(at: place($0)) }
    default: return []
    }
  }
}
