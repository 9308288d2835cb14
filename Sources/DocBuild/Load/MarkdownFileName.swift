internal import Text

/// What the name of a file says about it.
enum MarkdownFileName {
  private static let endings = ["md", "markdown", "mdown", "mkdn", "mkd", "mdwn"]

  /// Whether a file is Markdown by its extension, in upper or lower case.
  static func isMarkdown(_ path: String) -> Bool {
    endings.contains(ending(of: path).lowercased()) && !isLeftByEditor(path)
  }

  /// Returns what is wrong with the extension of a Markdown file; nothing for `.md`.
  static func mistake(in path: String) -> String? {
    let ending = ending(of: path)
    return ending == "md" || !isMarkdown(path)
      ? nil : "expected the extension `.md`, found `.\(ending)`"
  }

  /// Whether an editor, a merge or a system left a file behind: it is no part of the guides.
  static func isLeftByEditor(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isLock = name.hasPrefix("#") && name.hasSuffix("#") || name.hasPrefix("~$")
    let leavings = ["orig", "rej", "bak", "swp", "swo", "swn", "tmp"]
    return isLock || name.hasSuffix("~") || leavings.contains(ending(of: name).lowercased())
      || ["Thumbs.db", "desktop.ini"].contains(name)
  }

  /// Returns the name of a file without its folders and its extension.
  static func stem(_ name: Substring) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }

  private static func ending(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return "" }
    return String(path[path.index(after: dot)...])
  }
}
