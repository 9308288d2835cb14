internal import Languages
package import Text

extension SnippetChecker {
  /// Whether a kind holds commands of the shell.
  public static func isShell(_ kind: SnippetKind) -> Bool {
    kind == .format("shell") || kind == .format("console")
  }

  /// Returns the scripts in a text: the whole of a script, or each command of a terminal's session.
  ///
  /// - Returns: nothing for a kind that holds no commands of the shell.
  package static func scripts(in text: [UInt8], as kind: SnippetKind) -> [MappedText] {
    guard kind != .format("console") else { return ConsoleSession.commands(in: text) }
    return isShell(kind) ? [MappedText(text)] : []
  }
}
