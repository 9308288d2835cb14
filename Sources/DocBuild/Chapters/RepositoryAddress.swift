/// The addresses of files of a repository that are no part of the guides.
enum RepositoryAddress {
  /// Returns the address of a file.
  ///
  /// - Parameters:
  ///   - path: from the folder of docbuild.yml, which may lead up.
  ///   - template: an address with `{path}` for such a path.
  /// - Returns: the address; nothing where the path leads above everything that the template names.
  static func address(of path: String, in template: String) -> String? {
    let whole = template.replacing("{path}", with: path)
    var parts: [Substring] = []
    // The scheme and the host are no folders.
    for part in whole.split(separator: "/", omittingEmptySubsequences: false) {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.count > 3 else { return nil }
      parts.removeLast()
    }
    return parts.joined(separator: "/")
  }
}
