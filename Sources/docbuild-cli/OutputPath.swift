import ArgumentParser

/// Returns a path that something is written to.
///
/// - Parameter text: as it is given.
/// - Returns: the same.
/// - Throws: a `ValidationError` where it is empty: that would be the root of all files.
func outputPath(_ text: String) throws -> String {
  guard !text.isEmpty else { throw ValidationError("expected a path, found an empty string") }
  return text
}
