/// What a snippet is, and so what it is checked against.
public enum SnippetKind: Hashable, Sendable {
  /// YAML whose keys nobody knows: its syntax alone.
  case yaml
  /// Variables of Ansible roles, by the name of a catalog.
  case ansibleVars(catalog: String)
  /// A YAML file of a program in the registry, by its name there.
  case tool(String)
  /// A file with a schema of the project's own, by the schema's path.
  case custom(String)
  /// A JSON file with a schema of the project's own, by the schema's path.
  case json(schema: String)
  /// A file of a program in the registry that is not YAML, by its name there.
  case format(String)

  /// Whether it holds commands of the shell: a script, or a session with what they print.
  public var isShell: Bool { self == .format("shell") || self == .format("console") }
}
