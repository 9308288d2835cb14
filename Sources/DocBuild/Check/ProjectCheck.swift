package import Diagnostics

/// Checks what only all sets together can show.
package enum ProjectCheck {
  /// Compares the sets of a build with each other, and the project with what they use of it.
  ///
  /// - Parameters:
  ///   - project: whose sets they are.
  ///   - sets: those that were asked for.
  ///   - request: where it names pages, the project itself is not checked for keys without a use.
  /// - Returns: what is wrong between them.
  package static func check(
    _ project: Project,
    _ sets: [CompiledSet],
    _ request: BuildRequest
  ) -> [Diagnostic] {
    let scales = sets.filter { $0.plan.overlay == nil }
    var found = ConstraintCheck.checkMonotone(scales.map(\.values)) + ParityCheck.check(scales)
    found += HostCheck.check(sets)
    if let values = sets.first?.values {
      found += CheckerText.check(project.config.verify, values)
    }
    if request.pages.isEmpty { found += UnusedKeyCheck.check(project, sets) }
    return found
  }
}
