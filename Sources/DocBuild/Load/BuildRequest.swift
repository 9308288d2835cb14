package import Machine

/// What to build or check.
package struct BuildRequest: Sendable {
  /// The folder of docbuild.yml.
  package var project: String
  /// Whether there is such a folder; without one, pages alone are checked.
  package var hasProject = true
  /// The scales to make; all where none is named.
  package var scales: [String] = []
  /// The overlays of customers; none for the template sets.
  package var customers: [String] = []
  /// Markdown files beside the guides; where any is given, only they are reported on.
  package var pages: [String] = []
  /// The catalog that variables are checked against, whatever docbuild.yml names.
  ///
  /// So a check tells what an upgrade of the roles breaks.
  package var catalog: String?
  /// Whether every customer value must be given.
  package var isFinal = false
  /// Whether warnings count as errors.
  package var isStrict = false
  /// Whether ShellCheck judges the scripts and commands, where it is installed.
  package var runsShellCheck = false
  /// The folder that remembers what ShellCheck said; by default `docbuild` in the user's folder for
  /// caches.
  package var cache: String?
  /// The file in which `docbuild verify` notes what the real programs accepted.
  package var verified = BuildRequest.defaultRecord
  /// Whether everything that a program can judge must have been accepted by it.
  package var requiresVerified = false
  /// The folder that the site is published to.
  package var output = "build/site"
  /// Whether sets that the project can no longer make are removed from the output.
  package var prunes = false
  /// Is told what the build is at, for a person who watches.
  package var progress: (@Sendable (String) -> Void)?
  /// Is told what the build waits for.
  package var announce: (@Sendable (String) -> Void)?

  /// Where the record of `docbuild verify` is, beside the folder of the site.
  package static let defaultRecord = "build/verified.tsv"

  /// Creates a request for a project.
  package init(project: String) { self.project = project }

  /// Creates a request for Markdown files that belong to no project.
  package init(pages: [String]) {
    project = ""
    hasProject = false
    self.pages = pages
  }

  /// Returns the overlays in the folder `customers` of the project, sorted.
  ///
  /// - Throws: a ``MachineFailure`` where the folder cannot be read.
  package func exampleCustomers() throws(MachineFailure) -> [String] {
    try Files.names(in: "\(project)/customers").filter { $0.hasSuffix(".yml") }
      .map { "\(project)/customers/\($0)" }
  }

  /// Returns the folder of the nearest docbuild.yml, or nothing.
  package static func nearestProject() -> String? { Files.nearestProject() }
}
