/// Patterns of paths: `*` within a segment, `**/` for any folders or none.
public enum Glob {
  /// Whether a path, with or without a leading `/`, has the form of a pattern.
  public static func matches(_ pattern: String, _ path: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    return match(pattern, pattern.first == slash ? 1 : 0, path, path.first == slash ? 1 : 0)
  }

  /// Whether the rest of a path has the form of the rest of a pattern.
  private static func match(
    _ pattern: [UInt8],
    _ patternStart: Int,
    _ path: [UInt8],
    _ pathStart: Int
  ) -> Bool {
    var index = patternStart
    var place = pathStart
    while index < pattern.count {
      guard pattern[index] != UInt8(ascii: "*") else {
        return index + 1 < pattern.count && pattern[index + 1] == UInt8(ascii: "*")
          ? matchFolders(pattern, index + 2, path, place)
          : matchSegment(pattern, index + 1, path, place)
      }
      guard place < path.count, path[place] == pattern[index] else { return false }
      index += 1
      place += 1
    }
    return place == path.count
  }

  /// Behind `**`: what follows may begin at the start of any segment.
  private static func matchFolders(
    _ pattern: [UInt8],
    _ index: Int,
    _ path: [UInt8],
    _ start: Int
  ) -> Bool {
    guard index < pattern.count else { return true }
    var place = start
    while !match(pattern, index + 1, path, place) {
      guard let slash = path[place...].firstIndex(of: UInt8(ascii: "/")) else { return false }
      place = slash + 1
    }
    return true
  }

  /// Behind `*`: what follows may begin anywhere up to the end of the segment.
  private static func matchSegment(
    _ pattern: [UInt8],
    _ index: Int,
    _ path: [UInt8],
    _ start: Int
  ) -> Bool {
    var place = start
    while !match(pattern, index, path, place) {
      guard place < path.count, path[place] != UInt8(ascii: "/") else { return false }
      place += 1
    }
    return true
  }
}
