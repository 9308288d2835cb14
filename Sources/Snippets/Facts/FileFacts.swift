internal import Deployment

/// What the files of a program say to the files of other programs.
struct FileFacts: Sendable {
  /// Adds what needs more than a place.
  typealias More = @Sendable (_ file: ReadFile, _ facts: inout DeploymentFacts) -> Void

  /// What was read as lines; nothing for YAML.
  let lines: (@Sendable (_ reading: Reading) -> [ConfigLine])?
  /// What a place alone describes.
  let ends: [FileEnd]
  let more: More

  /// Creates the facts of a program's files.
  ///
  /// - Parameters:
  ///   - lines: what was read as lines; nothing for YAML.
  ///   - ends: what a place alone describes.
  ///   - more: adds what needs more than a place.
  init(
    lines: (@Sendable (_ reading: Reading) -> [ConfigLine])? = nil,
    ends: [FileEnd] = [],
    more: @escaping More = { _, _ in }
  ) {
    self.lines = lines
    self.ends = ends
    self.more = more
  }
}
