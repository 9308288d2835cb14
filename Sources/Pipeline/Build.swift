internal import Diagnostics
package import DocBuild
internal import Machine
internal import Site
internal import Snippets
internal import Verify

/// The whole journey, from the files of a project to a site and a report.
package enum Build {
  /// Runs the journey: load → resolve → compile → place → check → relate → fill → publish → report.
  ///
  /// - Parameters:
  ///   - request: what to build or check.
  ///   - last: where the journey ends. Up to ``Phase/relate`` it makes nothing that only pages need;
  ///     with ``Phase/fill`` pages can be filled from the result; with ``Phase/publish`` the site is
  ///     written, unless an error was found.
  /// - Returns: what was made and found.
  /// - Throws: a ``MachineFailure`` where a file cannot be read or written or a program not be run,
  ///   a ``RequestMistake`` where the project has no such scale or catalog, or the output is the
  ///   project's own or has in the way what docbuild did not make.
  package static func run(
    _ request: BuildRequest,
    until last: Phase = .relate
  ) async throws -> BuildResult {
    let clock = PhaseClock()
    let loaded = try await clock.measure(.load) {
      try await Project.load(request, withHistory: last >= .fill)
    }
    let templates = clock.measure(.load) { TemplateSet.load(for: loaded.value) }
    let project = loaded.value
    var findings = loaded.diagnostics + templates.diagnostics
    var made = Compilation(project, Report(findings, of: project, for: request))
    guard last > .load, project.isWhole else { return BuildResult(made, clock) }

    let plan = try SetPlan(request, of: project)
    let planned = last >= .fill ? plan.all : plan.asked
    let tables = clock.measure(.resolve) {
      planned.map { $0.resolve(in: project, isFinal: request.isFinal) }
    }
    request.progress?("compiling")
    var compiler = ChapterCompiler(project, rendersPages: last >= .fill)
    let sets = clock.measure(.compile) { zip(planned, tables).map { compiler.compile($0, $1) } }
    made.sets = Array(sets.prefix(plan.asked.count))
    guard last > .compile else { return BuildResult(made, clock) }

    let generated = GeneratedPage.needed(by: sets, project.config)
    let cache = SnippetCache(SnippetChecker(catalogs: project.catalogs, schemas: project.schemas))
    for set in made.sets {
      request.progress?("checking \(set.plan.id)")
      cache.beginSet()
      let placement = clock.measure(.place) { Placement(of: set, for: .check) }
      let texts = clock.measure(.check) { SnippetCheck.check(placement, set.values, cache) }
      let others = clock.measure(.check) {
        SetCheck.check(
          set,
          of: project,
          beside: GeneratedPage.destinations(of: set, placement, generated, templates.value)
        )
      }
      let related = clock.measure(.relate) {
        DeploymentCheck.check(
          placement,
          set.values,
          project.catalogs,
          cache,
          unread: texts.value
        )
      }
      findings += set.findings(beside: others, in: texts.diagnostics + related)
    }
    findings += clock.measure(.relate) { ProjectCheck.check(project, made.sets, request) }
    if request.requiresVerified { findings += UnverifiedCheck.check(made.sets, of: project) }
    findings = AllowanceCheck.apply(findings, made.sets.flatMap(\.chapters))
    made.report = clock.measure(.report) { Report(findings, of: project, for: request) }
    if request.runsShellCheck {
      findings += try await clock.measure(.check) { try await ShellCheck.findings(made, request) }
      made.report = clock.measure(.report) { Report(findings, of: project, for: request) }
    }
    guard last >= .fill else { return BuildResult(made, clock) }

    let site = Site(of: project, sets, plan, templates.value)
    guard last >= .publish, made.report.errorCount == 0 else {
      return BuildResult(made, clock, site)
    }
    var result = BuildResult(made, clock, site)
    try publish(site, for: request, &result)
    return result
  }

  /// Writes the sets and what is above them.
  ///
  /// The sets that the project can no longer make are removed where the request says so.
  private static func publish(
    _ site: Site,
    for request: BuildRequest,
    _ result: inout BuildResult
  ) throws {
    let (output, announce, clock) = (request.output, request.announce, result.clock)
    try OutputPlace.refuse(folder: output, in: site.project)
    let entrances = Entrances(of: site, in: output)
    try entrances.check()
    for set in site.sets {
      request.progress?("writing \(set.values.set)")
      let pages = clock.measure(.fill) { set.published(among: site.scales) }
      try clock.measure(.publish) {
        try Publisher.publish(
          pages,
          to: set.folder.isEmpty ? output : "\(output)/\(set.folder)",
          replacing: set.folder.isEmpty ? PublishedSets.record : nil,
          announce: announce
        )
      }
      let count = pages.count { $0.path.hasSuffix(".html") && !$0.path.hasPrefix("files/") }
      result.published.sets += 1
      result.published.pages += count
      result.published.files += pages.count - count
    }
    result.leftovers = try clock.measure(.publish) {
      let leftovers = try PublishedSets.leftovers(of: site, for: request)
      if request.prunes {
        for path in leftovers { try PublishedSets.remove(path, from: output) }
      }
      try entrances.publish(announce: announce)
      return leftovers
    }
  }
}
