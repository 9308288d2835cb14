/// Why a checkout gives no catalog.
public enum CatalogImportFailure: Error, CustomStringConvertible {
  /// The folder is no checkout of the playbook.
  case noCheckout(String)
  /// The roles of requirements.yml are not installed.
  case noGalaxyRoles(String)
  /// A role that was named is not in the checkout; the nearest that are.
  case noRole(String, nearest: [String])
  /// A file or folder cannot be read, and why.
  case unreadable(String, String)

  /// One sentence.
  public var description: String {
    switch self {
    case .noCheckout(let folder):
      "\(folder) is no checkout of matrix-docker-ansible-deploy: group_vars/matrix_servers and "
        + "roles/custom are expected in it"
    case .noGalaxyRoles(let folder):
      "\(folder)/roles/galaxy is empty: install the roles first, with `just roles` or ansible-galaxy"
    case .noRole(let name, let nearest):
      "there is no role \(name) in roles/galaxy"
        + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?")
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    }
  }

  /// Whether the machine failed, rather than the request.
  public var isOfMachine: Bool { if case .unreadable = self { true } else { false } }
}
