internal import Diagnostics
internal import Machine
internal import Snippets

/// What the project's own files name of the rest of the project.
extension Project {
  /// Returns the names in docbuild.yml and servers.yml that nothing has.
  ///
  /// - Throws: a ``MachineFailure`` where a folder cannot be read.
  func wrongReferences() throws(MachineFailure) -> [Diagnostic] {
    var folders: [String] = []
    for name in try Files.names(in: "\(root)/guides") where Files.isFolder("\(root)/guides/\(name)")
    {
      folders.append(ProjectNames.withoutNumber(name))
    }
    var findings: [Diagnostic] = []
    for document in config.documents where !folders.contains(document.id) {
      findings.append(
        .undefined("document", document.id, at: document.location, among: folders)
      )
    }
    for group in declarations.groups {
      guard let document = group.documentLocation, !folders.contains(group.document),
        !config.documents.contains(where: { $0.id == group.document })
      else { continue }
      findings.append(.undefined("document", group.document, at: document, among: folders))
    }
    if let templates = config.templates, !Files.isFolder("\(root)/\(templates.text)") {
      let names = try Files.names(in: root).filter { Files.isFolder("\(root)/\($0)") }
      findings.append(
        .undefined("folder", templates.text, at: templates.location, among: names)
      )
    }
    if let schema = config.defaultSchema, schema.text != "none", !knownSchemas.contains(schema.text)
    {
      let known = knownSchemas + ["none"]
      findings.append(.undefined("schema", schema.text, at: schema.location, among: known))
    }
    return findings + config.schemas.flatMap(wrongReferences)
  }

  private func wrongReferences(of rule: ProjectConfig.SchemaRule) -> [Diagnostic] {
    let known = knownSchemas
    guard known.contains(rule.schema.text) else {
      return [.undefined("schema", rule.schema.text, at: rule.schema.location, among: known)]
    }
    guard let catalog = rule.catalog else { return [] }
    guard rule.schema.text == "ansible-vars" else {
      return [
        .wrongDeclaration(
          "`catalog` has no effect with `schema: \(rule.schema.text)`",
          at: catalog.location
        )
      ]
    }
    guard catalogs[catalog.text] == nil else { return [] }
    return [
      .undefined("catalog", catalog.text, at: catalog.location, among: catalogs.keys.sorted())
    ]
  }

  /// The names that `schema=` and the map of docbuild.yml may have.
  var knownSchemas: [String] {
    Set(SnippetKind.schemaNames + SnippetKind.formatNames + schemas.keys).sorted()
  }

  /// The names of the files of data that the project reads.
  private var dataFiles: [String] {
    (["keys", "servers", "common"] + config.scales.map(\.id).filter { !$0.isEmpty })
      .map { "\($0).yml" }
  }

  /// Returns the name of the file with the data of a scale, if there is one: else of the one that
  /// is nearly called so, since a scale whose name is misspelt does not lack its values as well.
  ///
  /// - Throws: a ``MachineFailure`` where the folder cannot be read.
  func dataFile(of scale: String) throws(MachineFailure) -> String? {
    let names = try Files.names(in: "\(root)/data")
    if names.contains("\(scale).yml") { return "\(scale).yml" }
    let others = names.filter { $0.hasSuffix(".yml") && !dataFiles.contains($0) }
    return NameIndex(others).nearest(to: "\(scale).yml").first
  }

  /// Returns the YAML files in the folder of data that nothing reads.
  ///
  /// - Throws: a ``MachineFailure`` where the folder cannot be read.
  func strayDataFiles() throws(MachineFailure) -> [Diagnostic] {
    guard config.misnamedScales.isEmpty else { return [] }
    let known = dataFiles
    return try Files.names(in: "\(root)/data").compactMap { name in
      guard name.hasSuffix(".yml") || name.hasSuffix(".yaml"), !known.contains(name) else {
        return nil
      }
      let scale = config.scales.first {
        NameIndex([name]).nearest(to: "\($0.id).yml") == [name]
      }
      return .strayDataFile(
        name,
        at: Location(path: Files.displayed("\(root)/data/\(name)"), range: 0..<0),
        known: known,
        meantFor: scale
      )
      .about(.missing("scale \(name.split(separator: ".")[0])"))
    }
  }
}
