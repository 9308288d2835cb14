/// A path of values in which `*` stands for any one segment, such as `servers.*.count`.
package struct PathPattern {
  /// The path that alone has the form; nothing where a part is `*`.
  package let literal: String?
  private let parts: [Substring]

  package init(_ text: String) {
    literal = text.utf8.contains(UInt8(ascii: "*")) ? nil : text
    parts = text.split(separator: ".")
  }

  /// Whether a path has the form of the pattern.
  package func matches(_ path: String) -> Bool {
    if let literal { return path == literal }
    let segments = path.split(separator: ".")
    return segments.count == parts.count
      && zip(segments, parts).allSatisfy { $1 == "*" || $0 == $1 }
  }
}
