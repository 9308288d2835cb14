/// Why a checkout gives no catalog.
public enum CatalogImportFailure: Error, CustomStringConvertible {
  /// The folder is no checkout of the playbook.
  case noCheckout(String)
  /// The roles of requirements.yml are not installed.
  case noRequiredRoles(String)
  /// A group that was named has no file in `group_vars`; the nearest that have.
  case noGroup(String, nearest: [String])
  /// A role that was named is not in the checkout; the nearest that are.
  case noRole(String, nearest: [String])
  /// A file or folder cannot be read, and why.
  case unreadable(String, String)

  /// One sentence.
  public var description: String {
    switch self {
    case .noCheckout(let folder):
      "expected a checkout of a playbook with group_vars and roles, found \(folder)"
    case .noRequiredRoles(let folder):
      "\(folder)/roles has none of the roles of requirements.yml; install them first, "
        + "with ansible-galaxy"
    case .noRole(let name, let nearest):
      "missing role \(name) of requirements.yml in roles" + Self.suggestion(nearest)
    case .noGroup(let name, let nearest):
      "undefined group \(name) in group_vars" + Self.suggestion(nearest)
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    }
  }

  private static func suggestion(_ names: [String]) -> String {
    names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", "))?"
  }

  /// Whether the machine failed, rather than the request.
  public var isOfMachine: Bool { if case .unreadable = self { true } else { false } }
}
