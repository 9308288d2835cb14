/// What to build or check.
public struct BuildRequest: Sendable {
  /// The folder of docbuild.yml.
  public var project: String
  /// The scales to make; all where none is named.
  public var scales: [String] = []
  /// The overlays of customers; none for the template sets.
  public var customers: [String] = []
  /// Markdown files beside the guides; where any is given, only they are reported on.
  public var pages: [String] = []
  /// The catalog that variables are checked against, whatever docbuild.yml names.
  ///
  /// So a check tells what an upgrade of the roles breaks.
  public var catalog: String?
  /// Whether every customer value must be given.
  public var isFinal = false
  /// Whether warnings count as errors.
  public var isStrict = false
  /// Whether ShellCheck judges the scripts and commands, where it is installed.
  public var runsShellCheck = false
  /// The folder that remembers what ShellCheck said; by default `docbuild` in the user's folder for
  /// caches.
  public var cache: String?
  /// The folder that the site is published to.
  public var output = "build/site"

  /// Creates a request for a project.
  public init(project: String) { self.project = project }
}
