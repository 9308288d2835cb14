package import Diagnostics
internal import Languages
internal import Snippets
internal import Text

/// What docbuild.yml says.
package struct ProjectConfig: Sendable {
  package var title = ""
  /// Where the site is published, with a slash at its end; nothing where that is not said.
  package var address: String?
  /// The language of the guides, as a tag such as `en`.
  package var language = "en"
  /// The sizes of the deployment; one without a name where docbuild.yml has none.
  package var scales: [Scale] = []
  /// Names that were meant for scales and are none.
  var misnamedScales: Set<String> = []
  package var baseline: Name?
  /// In the order of the navigation; empty for all folders of guides by name.
  package var documents: [Document] = []
  package var schemas: [SchemaRule] = []
  /// The schema of fences that name neither a file nor a schema; `none` checks nothing.
  package var defaultSchema: Name?
  /// The keys of front matter that other programs read, `*` for any characters.
  package var frontMatter: [String] = []
  /// By the identifier of the rule; nothing turns it off.
  var severities: [String: Severity?] = [:]
  /// The address at which a source can be edited, with `{path}` for its path within the project.
  package var editAddress: String?
  /// The address at which a file of the repository is read, with `{path}` for its path from the
  /// folder of the project.
  package var repository: String?
  /// Whether pages say when their sources changed last, by the history of git.
  var showsLastChange = false
  /// A folder of templates that go before the built-in ones, relative to the project.
  package var templates: Name?
  /// The kinds of callouts: those of every project, some with titles of this one, and its own.
  package var callouts = Callout.standard
  /// The programs that judge the files.
  package var verify = VerifyConfig()
  /// Whether the whole file could be read.
  var isWhole = true

  /// A size of the deployment.
  package struct Scale: Sendable {
    package var id: String
    package var title: String
    package var users: Int
    var location: Location
  }

  /// A folder of guides, as the navigation shows it.
  package struct Document: Sendable {
    package var id: String
    package var title: String
    var location: Location
  }

  /// A name of something else in the project.
  package struct Name: Sendable {
    package var text: String
    package var location: Location
  }

  /// Which schema the files of a pattern have.
  package struct SchemaRule: Sendable {
    package var pattern: String
    package var schema: Name
    package var catalog: Name?
  }

  /// Reads docbuild.yml.
  package static func read(_ source: SourceFile) -> Outcome<ProjectConfig> {
    let file = YAMLFile(source)
    var reader = YAMLReader(path: source.path)
    var config = ProjectConfig()
    config.isWhole = file.isWhole
    if let root = file.root {
      if file.isWhole { reader.check(root, against: .project) }
      config.read(root, with: &reader)
    } else if file.isWhole {
      reader.diagnostics.append(.emptyFile("title", at: source.path))
    }
    return Outcome(config, file.findings(with: reader.diagnostics))
  }

  /// Takes what has the right shape.
  private mutating func read(_ root: YAMLNode, with reader: inout YAMLReader) {
    title = root.text(of: "title") ?? ""
    address = root.text(of: "url").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    baseline = root.member("baseline").map { name(in: $0, with: reader) }
    templates = root.member("templates").map { name(in: $0, with: reader) }
    editAddress = root.text(of: "edit")
    repository = root.text(of: "repository")
    showsLastChange = root.text(of: "last_change") == "git"
    language = root.text(of: "language") ?? language
    defaultSchema = root.member("default_schema").map { name(in: $0, with: reader) }
    frontMatter = (root.member("front_matter")?.elements ?? []).filter(\.isScalar).map(\.text)
    readScales(root, with: &reader)
    readDocuments(root, with: &reader)
    for node in root.mappings(of: "schemas") {
      guard let pattern = node.text(of: "file"), let schema = node.member("schema") else {
        continue
      }
      let catalog = node.member("catalog").map { name(in: $0, with: reader) }
      schemas.append(
        SchemaRule(pattern: pattern, schema: name(in: schema, with: reader), catalog: catalog)
      )
    }
    for (key, value) in root.member("callouts")?.mergedEntries ?? [] where value.isScalar {
      let name = key.text
      guard FileShape.TextShape.identifier(of: "callout").matches(name) else { continue }
      callouts.removeAll { $0.name == name }
      callouts.append(Callout(name: name, title: value.text))
    }
    if let node = root.member("verify") { verify = VerifyConfig.read(node, with: &reader) }
    for (key, value) in root.member("rules")?.entries ?? [] {
      if value.text == "off" {
        severities[key.text] = .some(nil)
      } else if let severity = Severity(rawValue: value.text) {
        severities[key.text] = severity
      }
    }
  }

  private mutating func readScales(_ root: YAMLNode, with reader: inout YAMLReader) {
    let isGiven = root.mergedEntries.contains { $0.key.text == "scales" }
    guard isGiven else { return standIn(for: root) }
    var ids: [String: Location] = [:]
    var titles: [String: Location] = [:]
    for node in root.mappings(of: "scales") {
      guard let id = node.member("id"), id.isScalar else { continue }
      // What writes files must not see another name, whatever becomes of the finding.
      guard FileShape.TextShape.identifier(of: "scale").matches(id.text) else {
        misnamedScales.insert(id.text)
        continue
      }
      guard !reader.isDuplicate("scale", id, &ids) else { continue }
      if let title = node.member("title") { _ = reader.isDuplicate("title", title, &titles) }
      scales.append(
        Scale(
          id: id.text,
          title: node.text(of: "title") ?? id.text,
          users: node.text(of: "users").flatMap { Int($0) }.map { max(0, $0) } ?? 0,
          location: reader.location(id)
        )
      )
    }
    if let key = root.mergedEntries.last(where: { $0.key.text == "scales" })?.key,
      root.member("scales")?.elements.isEmpty ?? true, root.member("scales")?.isScalar != true,
      root.member("scales")?.isMapping != true
    {
      reader.expected("at least one scale", at: key)
    }
    if let baseline, !scales.contains(where: { $0.id == baseline.text }),
      !misnamedScales.contains(baseline.text)
    {
      reader.diagnostics.append(
        .undefined("scale", baseline.text, at: baseline.location, among: scales.map(\.id))
          .about(.missing("scale \(baseline.text)"))
      )
    }
  }

  /// Documentation of something that has one size: a set of its own, which has no name.
  private mutating func standIn(for root: YAMLNode) {
    // What is misspelt is reported, and nothing that follows from it.
    let misspelt = root.mergedEntries.map(\.key.text).filter {
      NameIndex(["scales"]).nearest(to: $0) == ["scales"]
    }
    misnamedScales.formUnion(misspelt)
    if misspelt.isEmpty {
      scales = [Scale(id: "", title: "", users: 0, location: Location(path: "", range: 0..<0))]
    }
  }

  /// Whether docbuild.yml names scales.
  package var hasScales: Bool { scales.first?.id.isEmpty != true }

  private mutating func readDocuments(_ root: YAMLNode, with reader: inout YAMLReader) {
    var ids: [String: Location] = [:]
    var titles: [String: Location] = [:]
    for node in root.mappings(of: "documents") {
      guard let id = node.member("id"), id.isScalar, !reader.isDuplicate("document", id, &ids)
      else { continue }
      if let title = node.member("title") { _ = reader.isDuplicate("title", title, &titles) }
      documents.append(
        Document(
          id: id.text,
          title: node.text(of: "title") ?? id.text,
          location: reader.location(id)
        )
      )
    }
  }

  private func name(in node: YAMLNode, with reader: YAMLReader) -> Name {
    Name(text: node.text, location: reader.location(node))
  }

  /// Returns the first schema whose pattern matches a path.
  package func schema(forFile path: String) -> SchemaRule? {
    schemas.first { Glob.matches($0.pattern, path) }
  }
}
