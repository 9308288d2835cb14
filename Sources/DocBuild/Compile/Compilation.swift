package import Diagnostics

/// A project with the sets that were asked for, compiled, and what was found in them.
package struct Compilation: Sendable {
  /// Everything that the author wrote.
  package let project: Project
  /// The sets that were asked for; none before they are compiled.
  package var sets: [CompiledSet] = []
  /// Everything that was found, in its final order.
  package var report: Report

  /// Begins with a project of which no set is compiled.
  package init(_ project: Project, _ report: Report) {
    self.project = project
    self.report = report
  }
}
