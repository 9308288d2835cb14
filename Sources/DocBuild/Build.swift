public import Diagnostics
internal import SiteTemplates
internal import Snippets

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
  /// So a check tells what an upgrade of the playbook breaks.
  public var catalog: String?
  /// Whether every customer value must be given.
  public var isFinal = false
  /// Whether warnings count as errors.
  public var isStrict = false

  /// Creates a request for a project.
  public init(project: String) { self.project = project }
}

/// The whole journey: load → expand → parse → check → render → link → write → report.
public struct Build {
  let request: BuildRequest
  let project: Project
  private let cache: SnippetCache
  /// Where the processor time went.
  public let clock = PhaseClock()
  private var findings: [Diagnostic]
  /// The values of the template sets.
  private var templateValues: [SetID: Outcome<ValueTable>] = [:]
  private var compiled: [ChapterKey: Outcome<Chapter>] = [:]
  var sets: [SiteSet] = []
  /// The scripts and commands of every set.
  private(set) var scripts: [(file: SnippetFile, values: ValueTable)] = []

  private struct ChapterKey: Hashable {
    var path: String
    var text: ExpandedText
    var servers: ServerNames
  }

  /// Loads a project and compiles the sets that are asked for.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be read, a ``RequestMistake`` where the
  ///   project has no such scale or catalog.
  public init(_ request: BuildRequest) throws {
    self.request = request
    var loaded = try clock.measure(.load) {
      try ProjectLoader.load(
        request.project,
        overlays: request.customers,
        pages: request.pages
      )
    }
    if let catalog = request.catalog { try loaded.value.use(catalog: catalog) }
    project = loaded.value
    findings = loaded.diagnostics
    cache = SnippetCache(
      SnippetChecker(catalogs: project.catalogs, schemas: project.schemas)
    )
    let templates = TemplateSet.load(builtIn: SiteTemplates.files, own: project.templates)
    findings += templates.diagnostics
    let scales = scaleComparison()
    for (set, overlay) in try plannedSets() {
      compile(set, overlay, templates.value, among: scales)
    }
    if let values = sets.first?.values {
      findings += CheckerText.check(project.config.verify, values)
    }
    let templateSets = sets.filter { $0.customer == nil }
    findings += ConstraintCheck.checkMonotone(templateSets.map(\.values))
    findings += ParityCheck.check(templateSets)
    if request.pages.isEmpty { findings += UnusedKeyCheck.check(project, sets) }
    findings = AllowanceCheck.apply(findings, sets.flatMap(\.chapters))
  }

  /// Asks git when the chapters changed last, where docbuild.yml has `last_change: git`.
  ///
  /// - Throws: a ``MachineFailure`` where git cannot tell.
  public mutating func readLastChanges() async throws {
    guard project.config.showsLastChange else { return }
    let paths = project.chapters.map(\.template.file.path)
    let days = try await LastChanges.read(paths.map(project.relative), in: project.root)
    for index in sets.indices {
      for path in paths { sets[index].lastChanges[path] = days[project.relative(path)] }
    }
  }

  /// Adds what ShellCheck says of the scripts and commands, where it is installed.
  ///
  /// - Parameter cache: the folder that remembers what it says; by default `docbuild` in the
  ///   user's folder for caches.
  /// - Throws: a ``MachineFailure`` where it cannot be run.
  public mutating func askShellCheck(cache: String? = nil) async throws {
    let said = try await ShellCheck(for: self, cache: cache).findings()
    findings += AllowanceCheck.kept(said, sets.flatMap(\.chapters))
  }

  /// Everything that was found, in its final order.
  public var report: Report {
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
    return Report(shown, files: project.files)
  }

  /// Writes the sets beneath a folder, unless an error was found.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  public func write(to folder: String) throws {
    guard report.errorCount == 0 else { return }
    let scales = try scaleSets()
    for set in sets {
      let name = set.values.set
      let path = name.customer.map { "\($0)/\(name.scale)" } ?? name.scale
      let outputs = clock.measure(.fill) { set.published(among: scales) }
      try clock.measure(.write) { try Publisher.publish(outputs, to: "\(folder)/\(path)") }
    }
    for (path, bytes) in ChoosePage.pages(for: self) + Discovery.files(for: self, scales) {
      try Publisher.publish(bytes, to: "\(folder)/\(path)")
    }
  }

  /// The template sets of all scales, whatever was asked for, so that a set's pages are the same
  /// in every build.
  func scaleSets() throws -> [SiteSet] {
    if request.scales.isEmpty, request.customers.isEmpty { return sets }
    return try Build(BuildRequest(project: request.project)).sets
  }

  /// Resolves the values of every scale, whatever was asked for.
  private mutating func scaleComparison() -> ScaleComparison {
    let tables = project.config.scales.map { scale in
      let layers = [project.common, project.scales[scale.id]].compactMap { $0 }
      let set = SetID(scale: scale.id)
      let resolved = ValueResolver.resolve(project.declarations, files: layers, set: set)
      templateValues[set] = resolved
      return (scale, resolved.value)
    }
    return ScaleComparison(tables, baseline: project.config.baseline)
  }

  private mutating func compile(
    _ set: SetID,
    _ overlay: DataFile?,
    _ templates: TemplateSet,
    among scales: ScaleComparison
  ) {
    guard let scale = project.config.scales.first(where: { $0.id == set.scale }) else { return }
    var found: [Diagnostic] = []
    let layers = [project.common, project.scales[set.scale], overlay].compactMap { $0 }
    let values =
      templateValues[set]
      ?? ValueResolver.resolve(project.declarations, files: layers, set: set)
    found += values.diagnostics
    found += ConstraintCheck.check(values.value)
    if request.isFinal { found += openValues(of: values.value, overlay) }
    let servers = ServerNames(values.value)
    var chapters: [Chapter] = []
    for source in project.chapters {
      let expanded = clock.measure(.expand) {
        Expander.expand(
          source.template,
          with: values.value,
          partials: project.partials,
          sentinel: project.sentinel
        )
      }
      let chapter = chapter(source, expanded.value, servers)
      found += expanded.diagnostics + chapter.diagnostics
      chapters.append(chapter.value)
    }
    let files = clock.measure(.check) {
      SnippetFiles.files(of: chapters, of: project, with: values.value)
    }
    found += files.diagnostics
    for file in files.value where SnippetChecker.isShell(file.kind) {
      scripts.append((file, values.value))
    }
    found += clock.measure(.check) { [found] in
      let literals = HardCodedCheck(values.value)
      return SnippetCheck.check(
        chapters,
        files.value,
        of: project,
        with: values.value,
        beside: found,
        cache
      )
        + LinkCheck.check(chapters, beside: project.attachments.keys)
        + RedirectCheck.check(chapters) + project.chapters.flatMap { literals.check($0.template) }
    }
    findings += found.map { finding in
      var finding = finding
      finding.sets = [set]
      return finding
    }
    sets.append(
      SiteSet(
        project,
        values.value,
        among: scales,
        chapters: chapters,
        templates: templates,
        scale: scale,
        overlay: overlay
      )
    )
  }

  /// Sets whose expansion agrees share a chapter.
  private mutating func chapter(
    _ source: Project.ChapterSource,
    _ text: ExpandedText,
    _ servers: ServerNames
  ) -> Outcome<Chapter> {
    let key = ChapterKey(path: source.template.file.path, text: text, servers: servers)
    if let known = compiled[key] { return known }
    let outcome = ChapterCompiler.compile(source, text, servers, clock)
    compiled[key] = outcome
    return outcome
  }

  private func plannedSets() throws(RequestMistake) -> [(SetID, DataFile?)] {
    let known = project.config.scales.map(\.id)
    for scale in request.scales where !known.contains(scale) {
      throw RequestMistake("There is no scale \(scale); there are \(known.joined(separator: ", "))")
    }
    let chosen = known.filter { request.scales.isEmpty || request.scales.contains($0) }
    guard !request.customers.isEmpty else { return chosen.map { (SetID(scale: $0), nil) } }
    return project.customers.compactMap { name, file in
      guard let scale = file.customer?.scale, chosen.contains(scale) else { return nil }
      return (SetID(scale: scale, customer: name), file)
    }
  }

  private func openValues(of values: ValueTable, _ overlay: DataFile?) -> [Diagnostic] {
    values.paths.compactMap { path in
      guard let entry = values.entry(at: path), entry.isOpen else { return nil }
      let declared = entry.declaration.location
      let place = overlay?.customer?.location ?? declared
      return .openValue(of: path, at: place, declared: declared)
    }
  }
}
