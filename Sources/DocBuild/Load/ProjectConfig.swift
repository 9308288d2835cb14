package import Diagnostics
internal import Languages
internal import Snippets
internal import Text

/// What docbuild.yml says.
package struct ProjectConfig: Sendable {
  package var title = ""
  /// Where the site will stand, with a slash at its end; nothing where that is not said.
  package var address: String?
  package var scales: [Scale] = []
  package var baseline: String?
  /// In the order of the navigation; empty for all folders of guides by name.
  package var documents: [(id: String, title: String)] = []
  package var schemas: [SchemaRule] = []
  /// By the identifier of the rule; nothing turns it off.
  var severities: [String: Severity?] = [:]
  /// The address at which a source can be edited, with `{path}` for its path within the project.
  package var editAddress: String?
  /// Whether pages say when their sources changed last, by the history of git.
  var showsLastChange = false
  /// A folder of templates that go before the built-in ones, relative to the project.
  package var templates: String?
  /// The programs that judge the files.
  package var verify = VerifyConfig()

  /// A size of the deployment.
  package struct Scale: Sendable {
    package var id: String
    package var title: String
    package var users: Int
  }

  /// Which schema the files of a pattern have.
  package struct SchemaRule: Sendable {
    package var pattern: String
    package var schema: String
    package var catalog: String?
  }

  package static func read(_ source: SourceFile) -> Outcome<ProjectConfig> {
    let (tree, syntax) = YAMLReader.tree(of: source)
    var reader = YAMLReader(path: source.path)
    var config = ProjectConfig()
    if let root = tree?.root { config.read(root, with: &reader) }
    return Outcome(config, syntax + reader.diagnostics)
  }

  private mutating func read(_ root: YAMLNode, with reader: inout YAMLReader) {
    let fields = reader.fields(
      of: root,
      allowed: [
        "title", "url", "scales", "baseline", "documents", "schemas", "rules", "templates",
        "last_change", "verify", "edit",
      ]
    )
    title = reader.line(fields["title"], or: "the title", in: root) ?? ""
    address = fields["url"].map { $0.text.hasSuffix("/") ? $0.text : $0.text + "/" }
    baseline = fields["baseline"]?.text
    templates = fields["templates"]?.text
    editAddress = fields["edit"]?.text
    if let node = fields["last_change"] {
      showsLastChange = node.text == "git"
      if !showsLastChange { reader.expected("git", at: node) }
    }
    for node in fields["scales"]?.elements ?? [] {
      let scale = reader.fields(of: node, allowed: ["id", "title", "users"])
      guard let id = reader.string(scale["id"], or: "the id of the scale", in: node) else {
        continue
      }
      scales.append(
        Scale(
          id: id,
          title: scale["title"].flatMap { reader.line($0, or: "a title", in: node) } ?? id,
          users: Int(scale["users"]?.text ?? "") ?? 0
        )
      )
    }
    if scales.isEmpty { reader.expected("`scales:` with at least one scale", at: root) }
    for node in fields["documents"]?.elements ?? [] {
      let document = reader.fields(of: node, allowed: ["id", "title"])
      guard let id = reader.string(document["id"], or: "the id of the document", in: node) else {
        continue
      }
      let title = document["title"].flatMap { reader.line($0, or: "a title", in: node) }
      documents.append((id, title ?? id))
    }
    for node in fields["schemas"]?.elements ?? [] {
      let rule = reader.fields(of: node, allowed: ["file", "schema", "catalog"])
      guard let pattern = reader.string(rule["file"], or: "the pattern of files", in: node),
        let schema = reader.string(rule["schema"], or: "the schema", in: node)
      else { continue }
      schemas.append(SchemaRule(pattern: pattern, schema: schema, catalog: rule["catalog"]?.text))
    }
    if let node = fields["verify"] { verify = VerifyConfig.read(node, with: &reader) }
    for (key, value) in fields["rules"]?.entries ?? [] { readRule(key, value, with: &reader) }
  }

  private mutating func readRule(
    _ key: YAMLNode,
    _ value: YAMLNode,
    with reader: inout YAMLReader
  ) {
    let known = Rule.all.map(\.id)
    if !known.contains(key.text) {
      reader.diagnostics.append(
        .unknownField(
          key.text,
          at: reader.location(key),
          nearest: NameIndex(known).nearest(to: key.text),
          allowed: []
        )
      )
    }
    switch value.text {
    case "off": severities[key.text] = .some(nil)
    case let name:
      guard let severity = Severity(rawValue: name) else {
        return reader.expected("error, warning or off", at: value)
      }
      severities[key.text] = severity
    }
  }

  /// Returns the first schema whose pattern matches a path.
  package func schema(forFile path: String) -> SchemaRule? {
    schemas.first { Glob.matches($0.pattern, path) }
  }
}
