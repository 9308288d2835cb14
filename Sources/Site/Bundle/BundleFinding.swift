internal import DocBuild

/// What keeps a bundle from being whole, or from staying within itself.
package struct BundleFinding: Sendable, Hashable, CustomStringConvertible {
  /// The file within the bundle.
  package let path: String
  /// One sentence.
  package let message: String

  /// The path and the sentence.
  package var description: String { "\(path): \(message)" }

  package init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }
}
