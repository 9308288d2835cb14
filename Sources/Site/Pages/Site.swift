internal import Diagnostics
package import DocBuild
internal import Machine

/// The sets of a site, from which its pages are filled.
package struct Site: Sendable {
  package let project: Project
  /// The sets that were asked for.
  package let sets: [SiteSet]
  /// The template sets of all scales, whatever was asked for, so that a set's pages are the same in
  /// every build.
  package let scales: ComparedScales

  /// Makes a site of compiled sets.
  ///
  /// - Parameters:
  ///   - project: whose sets they are.
  ///   - sets: those that were asked for, then the scales that they are compared with.
  ///   - plan: which is which.
  ///   - templates: of the pages.
  package init(
    of project: Project,
    _ sets: [CompiledSet],
    _ plan: SetPlan,
    _ templates: TemplateSet
  ) {
    self.project = project
    let tables = plan.scales.compactMap { scale in
      sets.first { $0.plan.id == scale.id }.map { (scale.scale, $0.values) }
    }
    let comparison = ScaleComparison(tables, baseline: project.config.baseline?.text)
    let generated = GeneratedPage.needed(by: sets, project.config).map(\.listed)
    let all = sets.map { SiteSet($0, of: project, among: comparison, generated, templates) }
    self.sets = Array(all.prefix(plan.asked.count))
    scales = ComparedScales(
      plan.scales.compactMap { scale in all.first { $0.compiled.plan.id == scale.id } }
    )
  }
}
