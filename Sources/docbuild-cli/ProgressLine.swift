import Glibc

/// A line of a terminal that says what the program is at; nothing elsewhere.
final class ProgressLine: Sendable {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Shows a text in place of the one before.
  func show(_ text: String) { if isShown { printError("\r\u{1B}[K\(text) …") } }

  /// Removes the line.
  func clear() { if isShown { printError("\r\u{1B}[K") } }
}
