public import Diagnostics

/// What a journey has made, as far as it went.
public struct BuildResult {
  /// Everything that the author wrote.
  let project: Project
  /// The sets that were asked for; none before they are compiled.
  var sets: [CompiledSet] = []
  /// What pages are filled from; nothing where chapters were compiled for checks alone.
  public internal(set) var site: Site?
  /// Everything that was found, in its final order.
  public internal(set) var report: Report
  /// Where the processor time went.
  public let clock: PhaseClock
}

extension Report {
  /// Creates the report of a build: the severities are those that docbuild.yml and the request
  /// choose.
  init(_ findings: [Diagnostic], of project: Project, for request: BuildRequest) {
    let severe = findings.compactMap { finding -> Diagnostic? in
      var finding = finding
      if let chosen = project.config.severities[finding.rule] {
        guard let severity = chosen else { return nil }
        finding.severity = severity
      }
      if request.isStrict { finding.severity = .error }
      return finding
    }
    let pages = Set(request.pages.map(Files.displayed))
    let shown = pages.isEmpty ? severe : severe.filter { pages.contains($0.location.path) }
    self.init(shown, files: project.files)
  }
}
