/// Patterns of paths: `*` within a segment, `**/` for any folders or none.
public enum Glob {
  /// Whether a path, with or without a leading `/`, has the form of a pattern.
  public static func matches(_ pattern: String, _ path: String) -> Bool {
    let path = path.hasPrefix("/") ? String(path.dropFirst()) : path
    return match(
      pattern.split(separator: "/").map { Array($0.utf8) },
      path.split(separator: "/").map { Array($0.utf8) }
    )
  }

  private static func match(_ pattern: [[UInt8]], _ path: [[UInt8]]) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first.elementsEqual("**".utf8) {
      let rest = Array(pattern.dropFirst())
      return (0...path.count).contains { match(rest, Array(path.dropFirst($0))) }
    }
    guard let name = path.first, segment(first[...], name[...]) else { return false }
    return match(Array(pattern.dropFirst()), Array(path.dropFirst()))
  }

  private static func segment(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == UInt8(ascii: "*") {
      return (0...name.count).contains { segment(pattern.dropFirst(), name.dropFirst($0)) }
    }
    return name.first == first && segment(pattern.dropFirst(), name.dropFirst())
  }
}
