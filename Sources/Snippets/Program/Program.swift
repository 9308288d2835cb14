internal import Text

/// A kind of file that docbuild knows: by which names, and what it is to the program that reads it.
///
/// `Registry.swift` has every one of them, an entry each; the format is in the folder of the program.
struct Program: Sendable {
  /// As `schema=` and the map of docbuild.yml name it.
  let name: String
  /// Patterns of the paths that mean it.
  let files: [String]
  /// Languages of fences that mean it where neither a schema nor a path does.
  let languages: [String]
  /// The program with its version, and where in its sources or documentation the facts are from.
  let source: String
  /// How its files are read and what is wrong with them.
  let format: Format

  /// Creates an entry of the registry.
  init(
    _ name: String,
    files: [String] = [],
    languages: [String] = [],
    from source: String,
    _ format: Format
  ) {
    self.name = name
    self.files = files
    self.languages = languages
    self.source = source
    self.format = format
  }

  /// Whether a path means it.
  func reads(_ path: String) -> Bool { files.contains { Glob.matches($0, path) } }
}
