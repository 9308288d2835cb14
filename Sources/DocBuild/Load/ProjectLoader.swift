package import Diagnostics
package import Machine
internal import Snippets
internal import Text

/// Reads a project from its folder.
package struct ProjectLoader {
  private var project: Project
  private var diagnostics: [Diagnostic] = []

  /// Returns a project.
  ///
  /// - Parameters:
  ///   - root: the folder of docbuild.yml.
  ///   - overlays: files of customers that take part.
  ///   - pages: Markdown files that are checked beside the guides.
  /// - Returns: the project, and what is wrong with its files.
  /// - Throws: a ``MachineFailure`` where a file cannot be read.
  package static func load(
    _ root: String,
    overlays: [String],
    pages: [String]
  ) throws(MachineFailure) -> Outcome<Project> {
    var loader = ProjectLoader(project: Project(root: root))
    // Nothing of a file that is not the project's is read: an excerpt of it would tell what it holds.
    let links = try StrayLink.find(in: root, at: Self.published)
    guard links.isEmpty else {
      loader.project.isWhole = false
      return Outcome(loader.project, links.map(Diagnostic.strayLink))
    }
    try loader.loadData(overlays)
    // What follows from a part of a file that could not be read is no mistake of the author.
    guard loader.project.isWhole else { return Outcome(loader.project, loader.diagnostics) }
    try loader.loadCatalogs()
    try loader.loadSchemas()
    try loader.loadTemplates()
    try loader.loadTexts(pages)
    loader.diagnostics += try loader.project.wrongReferences()
    loader.chooseMarks()
    return Outcome(loader.project, loader.diagnostics)
  }

  /// Returns Markdown files that belong to no project, as pages of their own in one set.
  ///
  /// - Throws: a ``MachineFailure`` where a file cannot be read.
  static func loadPages(_ pages: [String]) throws(MachineFailure) -> Outcome<Project> {
    var loader = ProjectLoader(project: Project(root: "."))
    loader.project.isBare = true
    loader.project.config.scales = [
      .init(id: "page", title: "Page", users: 0, location: Location(path: "", range: 0..<0))
    ]
    // Which file a fence belongs to is the business of a project.
    loader.project.config.severities[Rule.noSchema.id] = .some(nil)
    // So is whose keys its front matter has.
    loader.project.config.frontMatter = ["*"]
    try loader.loadTexts(pages)
    loader.chooseMarks()
    return Outcome(loader.project, loader.diagnostics)
  }

  private init(project: Project) { self.project = project }

  /// What readers may see of a project.
  ///
  /// Catalogs, schemas and overlays are not among it, and may be shared by projects.
  private static let published = ["docbuild.yml", "data", "guides", "partials", "site-templates"]

  private mutating func source(_ path: String) throws(MachineFailure) -> SourceFile {
    let file = SourceFile(path: Files.displayed(path), bytes: try Files.read(path))
    project.files[file.path] = file
    return file
  }

  private mutating func optional(_ path: String) throws(MachineFailure) -> SourceFile? {
    try Files.isPresent(path) ? try source(path) : nil
  }

  private mutating func take<Value>(_ outcome: Outcome<Value>) -> Value {
    diagnostics += outcome.diagnostics
    return outcome.value
  }

  private mutating func loadData(_ overlays: [String]) throws(MachineFailure) {
    let root = project.root
    project.config = take(ProjectConfig.read(try source("\(root)/docbuild.yml")))
    let keys = try optional("\(root)/data/keys.yml")
    let servers = try optional("\(root)/data/servers.yml")
    project.declarations = take(Declarations.read(keys: keys, servers: servers))
    if let common = try optional("\(root)/data/common.yml") {
      project.common = take(DataFileReader.read(common, as: .common))
    }
    for scale in project.config.scales where !scale.id.isEmpty {
      let name = try project.dataFile(of: scale.id)
      guard let name, let file = try optional("\(root)/data/\(name)") else { continue }
      project.scales[scale.id] = take(DataFileReader.read(file, as: .scale))
    }
    var seen: Set<String> = []
    for path in overlays where seen.insert(Files.displayed(path)).inserted {
      load(overlay: take(DataFileReader.read(try source(path), as: .customer)))
    }
    let data =
      [project.common].compactMap(\.self) + Array(project.scales.values)
      + project.customers.map(\.file)
    project.isWhole =
      project.config.isWhole && project.declarations.isWhole
      && data.allSatisfy(\.isWhole)
    guard project.isWhole else { return }
    for finding in try project.strayDataFiles() {
      diagnostics.append(finding)
      let path = finding.location.path
      project.files[path] = project.files[path] ?? SourceFile(path: path, bytes: [])
    }
  }

  private mutating func load(overlay file: DataFile) {
    let ids = project.config.scales.map(\.id).filter { !$0.isEmpty }
    if let customer = file.customer, !ids.contains(customer.scale), project.config.isWhole,
      !project.config.misnamedScales.contains(customer.scale)
    {
      diagnostics.append(
        .undefined("scale", customer.scale, at: customer.location, among: ids)
          .about(.missing("scale \(customer.scale)"))
      )
    }
    let name = ProjectNames.customer(ofFile: file.path)
    if !FileShape.TextShape.identifier(of: "customer").matches(name) || ids.contains(name) {
      diagnostics.append(.customerName(name, of: file.path, scales: ids))
    } else if let first = project.customers.first(where: { $0.name == name }) {
      diagnostics.append(.duplicateCustomer(name, of: file.path, first: first.file.path))
      return
    }
    // What writes files must not see a name that leads elsewhere, whatever becomes of the finding.
    guard !name.isEmpty, !ids.contains(name) else { return }
    project.customers.append((name, file))
  }

  private mutating func loadCatalogs() throws(MachineFailure) {
    let folder = "\(project.root)/catalogs"
    for file in try Files.names(in: folder)
    where file.hasSuffix(".tsv") && file.split(separator: ".").count == 2 {
      let name = String(file.dropLast(4))
      let renames = "\(folder)/\(name).renames.tsv"
      var written: [WrittenTable: SourceFile] = [:]
      for table in WrittenTable.allCases {
        written[table] = try optional(project.path(of: table, ofCatalog: name))
      }
      let catalog = VariableCatalog(
        name: name,
        table: try source("\(folder)/\(file)").bytes,
        renames: try optional(renames)?.bytes ?? [],
        written: written.mapValues(\.bytes)
      )
      project.catalogs[name] = catalog
      diagnostics += catalog.mistakes.map { .wrongTable($0, of: name, in: project) }
    }
    project.newestCatalog = project.catalogs.keys.max()
  }

  private mutating func loadSchemas() throws(MachineFailure) {
    var files: [String: SourceFile] = [:]
    for path in try Files.paths(beneath: "\(project.root)/schemas") where path.hasSuffix(".json") {
      files["schemas/\(path)"] = try source("\(project.root)/schemas/\(path)")
    }
    let schemas = CustomSchema.read(files.mapValues(\.bytes))
    project.schemas = schemas.value
    diagnostics += schemas.diagnostics.map { finding in
      finding.relocated { place in
        files[place.path].map { Location(path: $0.path, range: place.range) }
      }
    }
  }

  /// The nearer folder goes before the other, file by file.
  private mutating func loadTemplates() throws(MachineFailure) {
    let shared = project.config.templates.map { "\(project.root)/\($0.text)" }
    for folder in [shared, "\(project.root)/site-templates"].compactMap({ $0 }) {
      for name in try Files.names(in: folder) where !Files.isFolder("\(folder)/\(name)") {
        project.templates[name] = try source("\(folder)/\(name)")
      }
    }
  }

  private mutating func loadTexts(_ pages: [String]) throws(MachineFailure) {
    var loader = GuideLoader(project)
    try loader.load(beside: pages)
    project = loader.project
    diagnostics += loader.diagnostics
  }

  /// Marks have to be told apart from all texts, so they are chosen when those are known.
  private mutating func chooseMarks() {
    project.revision = project.digestOfGuides
    let texts =
      project.chapters.map(\.template.file.bytes) + project.partials.values.map(\.file.bytes)
    project.sentinel = Sentinel(avoiding: texts, digest: project.revision)
  }
}
