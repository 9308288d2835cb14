/// The part of a source line that is shown around a finding: all of it, unless it is very long.
struct Excerpt {
  /// The most characters that are shown.
  private static let limit = 160
  /// How many of them are before the place, in a line that is cut.
  private static let before = 40

  /// What is shown; `…` stands for what is left out.
  let text: String
  /// How many characters are before the place.
  let indent: Int
  /// How many characters the place has.
  let width: Int

  /// Cuts a line around a place.
  ///
  /// - Parameters:
  ///   - line: the whole line, each of its characters one scalar wide.
  ///   - start: where the place begins, in scalars from 0.
  ///   - width: how many scalars it has, from 1.
  init(of line: String, from start: Int, width: Int) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count > Self.limit else {
      (text, indent, self.width) = (line, start, width)
      return
    }
    let first = min(max(0, start - Self.before), scalars.count)
    let last = min(scalars.count, first + Self.limit)
    let shown = scalars[first..<last].map(String.init).joined()
    text = (first > 0 ? "…" : "") + shown + (last < scalars.count ? "…" : "")
    indent = start - first + (first > 0 ? 1 : 0)
    self.width = max(1, min(width, last - start))
  }
}
