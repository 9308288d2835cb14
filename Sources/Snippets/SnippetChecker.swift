public import Diagnostics

/// What a snippet is, and so what it is checked against.
public enum SnippetKind: Hashable, Sendable {
  /// YAML whose keys nobody knows: its syntax alone.
  case yaml
  /// Variables of the playbook, by the name of a catalog.
  case ansibleVars(catalog: String)

  /// The schemas that come with the tool, by name; those of one line share the YAML layer.
  public static let schemaNames = [
    "yaml", "ansible-vars",
    "alertmanager", "ansible-inventory", "ansible-playbook", "compose", "etcd",
    "grafana-dashboards", "grafana-datasources", "livekit", "patroni", "prometheus",
    "prometheus-rules",
  ]

  /// Returns the schema that a file has by its name alone, or nothing.
  ///
  /// - Parameter path: a path with `/`; only its last part counts.
  /// - Returns: one of ``schemaNames``.
  public static func schemaName(forFile path: String) -> String? {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    if file.hasSuffix(".rules.yml") || file.hasSuffix(".rules.yaml") { return "prometheus-rules" }
    return fileNames[file]
  }

  private static let fileNames = [
    "docker-compose.yml": "compose", "docker-compose.yaml": "compose",
    "compose.yml": "compose", "compose.yaml": "compose", "vars.yml": "ansible-vars",
    "prometheus.yml": "prometheus", "alertmanager.yml": "alertmanager",
    "patroni.yml": "patroni", "etcd.yml": "etcd", "livekit.yaml": "livekit",
    "livekit.yml": "livekit",
  ]
}

/// Checks the texts of snippets.
public struct SnippetChecker: Sendable {
  private let catalogs: [String: VariableCatalog]

  /// Creates a checker with the variable catalogs of a project, by name.
  public init(catalogs: [String: VariableCatalog]) { self.catalogs = catalogs }

  /// Returns what is wrong with a text, in its order; ranges are bytes of the text.
  public func check(_ text: [UInt8], as kind: SnippetKind) -> [Diagnostic] {
    let outcome = YAMLTree.parse(text)
    switch kind {
    case .yaml: return outcome.diagnostics
    case .ansibleVars(let name):
      guard let catalog = catalogs[name] else { return outcome.diagnostics }
      return outcome.diagnostics + AnsibleVars(catalog: catalog, source: text).check(outcome.value)
    }
  }
}
