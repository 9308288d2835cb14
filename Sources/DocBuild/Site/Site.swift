internal import Diagnostics

/// The sets of a site, from which its pages are filled.
public struct Site: Sendable {
  let project: Project
  /// The sets that were asked for.
  let sets: [SiteSet]
  /// The template sets of all scales, whatever was asked for, so that a set's pages are the same in
  /// every build.
  let scales: [SiteSet]

  /// Makes a site of compiled sets.
  ///
  /// - Parameters:
  ///   - project: whose sets they are.
  ///   - sets: those that were asked for, then the scales that they are compared with.
  ///   - plan: which is which.
  ///   - templates: of the pages.
  init(of project: Project, _ sets: [CompiledSet], _ plan: SetPlan, _ templates: TemplateSet) {
    self.project = project
    let tables = plan.scales.compactMap { scale in
      sets.first { $0.plan.id == scale.id }.map { (scale.scale, $0.values) }
    }
    let comparison = ScaleComparison(tables, baseline: project.config.baseline)
    let all = sets.map { SiteSet($0, of: project, among: comparison, templates) }
    self.sets = Array(all.prefix(plan.asked.count))
    scales = plan.scales.compactMap { scale in all.first { $0.compiled.plan.id == scale.id } }
  }

  /// Writes what stands above the sets: the choice of a scale, and what tells machines of them.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  func publishEntrances(to folder: String) throws(MachineFailure) {
    for (path, bytes) in ChoosePage.pages(for: self) + Discovery.files(for: self) {
      try Publisher.publish(bytes, to: "\(folder)/\(path)")
    }
  }
}
