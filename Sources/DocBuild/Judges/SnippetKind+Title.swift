internal import Snippets

extension SnippetKind {
  /// What readers are told that docbuild holds a file against.
  package var title: String {
    switch self {
    case .yaml: "YAML"
    case .ansibleVars(let catalog): "variables of \(catalog)"
    case .tool(let name): "\(name), closed schema and rules"
    case .custom(let path), .json(let path): path
    case .format(let name): name
    }
  }
}
