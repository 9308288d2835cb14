/// A path of values in which `*` stands for any one segment, such as `servers.*.count`.
struct PathPattern {
  private let parts: [Substring]

  init(_ text: String) { parts = text.split(separator: ".") }

  /// Whether a path has the form of the pattern.
  func matches(_ path: String) -> Bool {
    let segments = path.split(separator: ".")
    return segments.count == parts.count
      && zip(segments, parts).allSatisfy { $1 == "*" || $0 == $1 }
  }
}
