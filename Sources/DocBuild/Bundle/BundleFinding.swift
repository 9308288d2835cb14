/// What keeps a bundle from being whole, or from staying within itself.
public struct BundleFinding: Sendable, Hashable, CustomStringConvertible {
  /// The file within the bundle.
  public let path: String
  /// One sentence.
  public let message: String

  /// The path and the sentence.
  public var description: String { "\(path): \(message)" }

  init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }
}
