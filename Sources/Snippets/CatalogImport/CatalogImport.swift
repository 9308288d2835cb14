internal import Diagnostics
internal import Languages

/// Builds the tables of a variable catalog from a checkout of a playbook.
public enum CatalogImport {
  /// The tables of a catalog, UTF-8, as ``VariableCatalog`` reads them.
  public struct Tables: Sendable {
    /// The variables, with their types, values and flags.
    public var variables: String
    /// What became of former names.
    public var renames: String
    /// How many variables there are.
    public var count: Int
  }

  /// Reads a checkout.
  ///
  /// - Parameters:
  ///   - folder: the checkout, with the roles of requirements.yml installed in `roles`.
  ///   - group: the group of servers whose variables count; nothing for every group.
  ///   - unverified: roles that are not of the version that requirements.yml pins, besides those of
  ///     which `meta/.galaxy_install_info` says so.
  ///   - hints: the table of what the roles do not tell, a ``WrittenTable``.
  /// - Returns: the tables.
  /// - Throws: a ``CatalogImportFailure`` where the folder is no checkout or cannot be read.
  public static func tables(
    ofCheckout folder: String,
    group: String? = nil,
    unverified: [String] = [],
    hints: [UInt8] = []
  ) throws(CatalogImportFailure) -> Tables {
    let checkout = try PlaybookCheckout(folder, group: group)
    let roles = checkout.roles.filter(\.isRequired).map(\.name)
    for role in unverified where !roles.contains(role) {
      throw .noRole(role, nearest: NameIndex(roles).nearest(to: role))
    }
    let variables = DefinedVariables(checkout)
    let renames = RenameImport(checkout, variables)
    let table = VariableTable(
      checkout,
      variables,
      renames: Set(renames.rows.map(\.old)),
      unverified: Set(unverified + checkout.rolesBesidePin),
      hints: WrittenTables([.hints: hints]).hints
    )
    return Tables(
      variables: table.text,
      renames: (["kind\told\tnew"] + renames.rows.map(\.line)).map { $0 + "\n" }.joined(),
      count: table.count
    )
  }
}

extension RenameImport.Row {
  fileprivate var line: String {
    new.isEmpty ? "\(kind.rawValue)\t\(old)" : "\(kind.rawValue)\t\(old)\t\(new)"
  }
}

extension PlaybookCheckout {
  /// The roles that were installed at another version than requirements.yml pins.
  fileprivate var rolesBesidePin: [String] {
    let pins = (requirements?.root?.roles ?? []).compactMap { entry -> (String, String)? in
      guard let name = entry["name"]?.text, let version = entry["version"]?.text else { return nil }
      return (name, version)
    }
    let pinned = Dictionary(pins, uniquingKeysWith: { $1 })
    return roles.filter(\.isRequired).filter { role in
      guard let pin = pinned[role.name],
        let version = role.installed?.root?["version"]?.text
      else { return false }
      return pin != version
    }.map(\.name)
  }
}
