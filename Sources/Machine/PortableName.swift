/// Names of files that every system can unpack.
package enum PortableName {
  /// The longest path within a bundle, in bytes; Windows allows 260 with the folder around it.
  static let limit = 150

  /// Returns what is wrong with a path; nothing where every system takes it.
  package static func mistake(in path: String) -> String? {
    guard path.utf8.count <= limit else { return "expected a name of at most \(limit) bytes" }
    if let character = path.unicodeScalars.first(where: { !isPortable($0) }) {
      return character.isASCII
        ? "`\(character.escaped(asASCII: true))` is not allowed in a name on Windows"
        : "expected ASCII characters in a name, found `\(character)`; some programs cannot unpack it"
    }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." || part == ".." {
        return "expected a path relative to the root of the bundle"
      }
      if part.hasSuffix(".") || part.hasSuffix(" ") {
        return "a name that ends with `\(part.suffix(1))` is not allowed on Windows"
      }
      let stem = part.prefix { $0 != "." }.lowercased()
      if devices.contains(stem) { return "`\(part)` is a reserved name on Windows" }
    }
    return nil
  }

  /// Returns the paths that are another one's in upper or lower case, or the folder of another.
  package static func clashes(among paths: [String]) -> [(path: String, message: String)] {
    var owners: [String: String] = [:]
    var clashes: [(path: String, message: String)] = []
    for path in paths {
      if let owner = owners.updateValue(path, forKey: path.lowercased()) {
        let what =
          owner == path ? "appears twice in the bundle" : "differs from `\(owner)` only in case"
        clashes.append((path, "the name \(what)"))
      }
    }
    for path in paths {
      var folder = path.lowercased()
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        if let owner = owners[folder] {
          clashes.append((path, "the name of its folder is that of the file `\(owner)`"))
        }
      }
    }
    return clashes
  }

  private static func isPortable(_ scalar: Unicode.Scalar) -> Bool {
    0x20..<0x7F ~= scalar.value && !"<>:\"\\|?*".unicodeScalars.contains(scalar)
  }

  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
  )
}
