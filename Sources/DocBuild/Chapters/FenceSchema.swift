package import Diagnostics
package import Snippets

/// Chooses what a fence is checked against.
package enum FenceSchema {
  /// Returns the kind of a fence: by its attributes, the map of docbuild.yml, or the file's name.
  ///
  /// - Returns: nothing for a language that is not checked and for a fence that opts out; what is
  ///   wrong with the choice.
  package static func kind(of fence: Fence, in project: Project) -> Outcome<SnippetKind?> {
    let values = fence.attributes.values
    var result = Outcome<SnippetKind?>(nil)
    if values["check"] == "none" || values["schema"] == "yaml", (values["reason"] ?? "").isEmpty {
      let attribute = values["check"] == "none" ? "check=none" : "schema=yaml"
      result.diagnostics.append(.missingReason(attribute, at: fence.location))
    }
    let language = fence.attributes.language
    let isYAML = ["yaml", "yml"].contains(language)
    let isShown = fence.attributes.flags.contains("output")
    guard values["check"] != "none", isYAML || !isShown else { return result }
    // What a project does not check by default is checked where it is named.
    let standard = project.config.defaultSchema?.text
    let isNamed = values["schema"] != nil || fence.attributes.file != nil
    guard isNamed || standard != "none" else { return result }
    let mapped = fence.attributes.file.flatMap { project.config.schema(forFile: $0) }
    let name =
      values["schema"] ?? mapped?.schema.text
      ?? fence.attributes.file.flatMap { SnippetKind.schemaName(forFile: $0) }
      ?? (isYAML ? standard : SnippetKind.formatName(forLanguage: language))
    // What is neither YAML nor of a known format is checked only where the author asks for it.
    guard isYAML || name != nil, values["schema"] == name || name != "none" else { return result }
    // JSON is no YAML: a comment or a comma too much is a mistake in it.
    let isJSON = language == "json" || fence.attributes.file?.hasSuffix(".json") ?? false
    if isJSON, let name, project.schemas[name] != nil {
      return Outcome(.json(schema: name), result.diagnostics)
    }
    let chosen = kind(named: name, catalog: mapped?.catalog?.text, at: fence.location, in: project)
    // What docbuild.yml names wrongly is reported there.
    let isMapped = values["schema"] == nil && mapped != nil
    let found = chosen.diagnostics.filter { !isMapped || $0.rule != Rule.noSchema.id }
    return Outcome(chosen.value, result.diagnostics + found)
  }

  private static func kind(
    named name: String?,
    catalog: String?,
    at location: Location,
    in project: Project
  ) -> Outcome<SnippetKind?> {
    guard let name else { return Outcome(.yaml, [.noSchema(at: location)]) }
    if name == "yaml" { return Outcome(.yaml) }
    if name == "ansible-vars" {
      let named = project.onlyCatalog ?? catalog ?? project.newestCatalog
      guard let catalog = named, let table = project.catalogs[catalog] else {
        let meant = named.flatMap {
          NameIndex(project.catalogs.keys.sorted()).nearest(to: $0).first
        }
        return Outcome(
          meant.map { .ansibleVars(catalog: $0) } ?? .yaml,
          [.noCatalog(named, at: location)]
        )
      }
      let misnamed = table.misnamed.map { Diagnostic.wrongTable($0, of: catalog, in: project) }
      return Outcome(.ansibleVars(catalog: catalog), misnamed)
    }
    if SnippetKind.formatNames.contains(name) { return Outcome(.format(name)) }
    if SnippetKind.schemaNames.contains(name) { return Outcome(.tool(name)) }
    if project.schemas[name] != nil { return Outcome(.custom(name)) }
    let nearest = NameIndex(project.knownSchemas).nearest(to: name)
    let meant = nearest.first.map { kind(named: $0, catalog: catalog, at: location, in: project) }
    return Outcome(
      meant?.value ?? .yaml,
      [.unknownSchema(name, at: location, nearest: nearest)]
    )
  }
}
