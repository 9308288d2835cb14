/// What findings are found by.
public enum Tool {
  /// The name of the program.
  public static let name = "docbuild"
  /// Its version, by semantic versioning.
  public static let version = "0.1.0"
}
