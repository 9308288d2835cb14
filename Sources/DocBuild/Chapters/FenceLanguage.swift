internal import Diagnostics
internal import Highlighting

/// The languages that fences name.
enum FenceLanguage {
  /// Returns the languages whose code is checked or coloured that a name is one slip away from.
  ///
  /// - Parameter name: the first word of an info string.
  /// - Returns: nothing for a language that is known, here or elsewhere, and for a name that is too
  ///   short to tell a slip from another language.
  static func meant(by name: String) -> [String] {
    let name = name.lowercased()
    guard name.utf8.count >= 4, !known.contains(name), !elsewhere.contains(name) else { return [] }
    return index.slips(of: name)
  }

  private static let known = Set(Language.names + ["text", "markdown", "mermaid"])
  private static let index = NameIndex(known.filter { $0.utf8.count >= 4 }.sorted())

  /// Languages that other tools know and that are near to one of these.
  private static let elsewhere: Set<String> = [
    "ash", "bat", "batch", "bats", "csh", "cson", "dash", "ejson", "fish", "haml", "hjson", "json5",
    "jsone", "jsonl", "jsonld", "jsonnet", "jsonp", "ksh", "mysql", "ndjson", "nextflow", "next",
    "nix", "plsql", "posh", "pwsh", "raku", "rbash", "sass", "scala", "tcsh", "tex", "texinfo",
    "toon", "tsql", "uml", "xonsh", "yara", "yang", "zshell", "shen", "spell", "test", "tex",
    "console-session", "cython", "jython", "python2", "python3", "ipython", "pgplsql", "xml",
  ]
}
