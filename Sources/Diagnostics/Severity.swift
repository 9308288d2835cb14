/// How bad a finding is.
public enum Severity: String, Hashable, Sendable, Comparable {
  /// The site is written all the same, unless warnings are errors.
  case warning
  /// Nothing is written.
  case error

  /// Orders a warning before an error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}
