internal import Diagnostics
internal import FoundationEssentials
internal import Languages

/// The files of a checkout of matrix-docker-ansible-deploy that say which variables there are.
struct PlaybookCheckout {
  /// A YAML file, read once.
  struct File {
    /// Relative to the checkout.
    var path: String
    var text: [UInt8]
    /// The first document; nothing where the file is empty or no YAML.
    var root: YAMLNode?
  }

  /// A role, of the playbook itself or from Galaxy.
  struct Role {
    var name: String
    var isGalaxy: Bool
    /// `defaults/main.yml` first.
    var defaults: [File]
    var vars: [File]
    var tasks: [File]
    /// What `ansible-galaxy` and `agru` write down about what they installed.
    var installed: File?
  }

  var roles: [Role]
  var groupVars: File
  var requirements: File?
  /// The Markdown of the documentation, without the change log.
  var documents: [String]
  var changes: String

  /// Reads a checkout.
  ///
  /// - Throws: a ``CatalogImportFailure`` where the folder is none, or a file cannot be read.
  init(_ folder: String) throws(CatalogImportFailure) {
    let group = "group_vars/matrix_servers"
    guard Self.isFile("\(folder)/\(group)"), Self.isFolder("\(folder)/roles/custom") else {
      throw .noCheckout(folder)
    }
    groupVars = try Self.yaml(group, in: folder)
    requirements =
      Self.isFile("\(folder)/requirements.yml")
      ? try Self.yaml("requirements.yml", in: folder) : nil
    roles = []
    for kind in ["custom", "galaxy"] {
      for name in try Self.names(in: "\(folder)/roles/\(kind)")
      where Self.isFolder("\(folder)/roles/\(kind)/\(name)") {
        roles.append(try Self.role("roles/\(kind)/\(name)", in: folder))
      }
    }
    guard roles.contains(where: \.isGalaxy) else { throw .noGalaxyRoles(folder) }
    documents = []
    for name in try Self.names(in: "\(folder)/docs") where name.hasSuffix(".md") {
      documents.append(try Self.text("\(folder)/docs/\(name)"))
    }
    let changes = "\(folder)/CHANGELOG.md"
    self.changes = Self.isFile(changes) ? try Self.text(changes) : ""
  }

  private static func role(
    _ path: String,
    in folder: String
  ) throws(CatalogImportFailure) -> Role {
    let parts = path.split(separator: "/")
    let installed = "\(path)/meta/.galaxy_install_info"
    return Role(
      name: String(parts[2]),
      isGalaxy: parts[1] == "galaxy",
      defaults: try files(beneath: "\(path)/defaults", in: folder),
      vars: try files(beneath: "\(path)/vars", in: folder),
      tasks: try files(beneath: "\(path)/tasks", in: folder),
      installed: isFile("\(folder)/\(installed)") ? try yaml(installed, in: folder) : nil
    )
  }

  /// The YAML files beneath a folder: `main.yml` first, then by path.
  private static func files(
    beneath path: String,
    in folder: String
  ) throws(CatalogImportFailure) -> [File] {
    var files: [File] = []
    for name in try names(in: "\(folder)/\(path)") {
      if isFolder("\(folder)/\(path)/\(name)") {
        files += try self.files(beneath: "\(path)/\(name)", in: folder)
      } else if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
        files.append(try yaml("\(path)/\(name)", in: folder))
      }
    }
    let main = files.filter { $0.path == "\(path)/main.yml" }
    return main + files.filter { $0.path != "\(path)/main.yml" }
  }

  // MARK: The file system

  private static func yaml(
    _ path: String,
    in folder: String
  ) throws(CatalogImportFailure) -> File {
    let text = try bytes("\(folder)/\(path)")
    return File(path: path, text: text, root: YAMLTree.parse(text).value.root)
  }

  private static func text(_ path: String) throws(CatalogImportFailure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func bytes(_ path: String) throws(CatalogImportFailure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path, "\(error)")
    }
  }

  private static func names(in folder: String) throws(CatalogImportFailure) -> [String] {
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .unreadable(folder, "\(error)")
    }
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isFolder(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }
}
