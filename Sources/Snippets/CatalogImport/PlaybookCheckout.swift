internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import Languages

/// The files of a checkout of a playbook that say which variables there are.
struct PlaybookCheckout {
  /// A YAML file, read once.
  struct File {
    /// Relative to the checkout.
    var path: String
    var text: [UInt8]
    /// The first document; nothing where the file is empty or no YAML.
    var root: YAMLNode?
  }

  /// A role, of the playbook itself or one that it requires.
  struct Role {
    var name: String
    /// Whether requirements.yml names it.
    var isRequired: Bool
    /// `defaults/main.yml` first.
    var defaults: [File]
    var vars: [File]
    var tasks: [File]
    /// What `ansible-galaxy` and `agru` write down about what they installed.
    var installed: File?
  }

  var roles: [Role]
  /// Of the groups whose variables count.
  var groupVars: [File]
  var requirements: File?
  /// The Markdown of the documentation, without the change log.
  var documents: [String]
  var changes: String

  /// Reads a checkout.
  ///
  /// - Parameters:
  ///   - folder: the checkout.
  ///   - group: the group of servers whose variables count; nothing for every group.
  /// - Throws: a ``CatalogImportFailure`` where the folder is none, or a file cannot be read.
  init(_ folder: String, group: String?) throws(CatalogImportFailure) {
    guard Self.isFolder("\(folder)/group_vars"), Self.isFolder("\(folder)/roles") else {
      throw .noCheckout(folder)
    }
    groupVars = try Self.groups(of: folder, group)
    requirements =
      Self.isFile("\(folder)/requirements.yml")
      ? try Self.yaml("requirements.yml", in: folder) : nil
    let required = Set((requirements?.root?.roles ?? []).compactMap { $0["name"]?.text })
    roles = try Self.roles(beneath: "roles", of: folder, required)
    guard required.isEmpty || roles.contains(where: \.isRequired) else {
      throw .noRequiredRoles(folder)
    }
    documents = []
    for name in try Self.names(in: "\(folder)/docs") where name.hasSuffix(".md") {
      documents.append(try Self.text("\(folder)/docs/\(name)"))
    }
    let changes = "\(folder)/CHANGELOG.md"
    self.changes = Self.isFile(changes) ? try Self.text(changes) : ""
  }

  /// The files of groups that `group_vars` holds beside such as licences.
  private static func groups(
    of folder: String,
    _ wanted: String?
  ) throws(CatalogImportFailure) -> [File] {
    var names: [String] = []
    for name in try self.names(in: "\(folder)/group_vars")
    where isFile("\(folder)/group_vars/\(name)") {
      if !name.contains(".") || name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
        names.append(name)
      }
    }
    if let wanted {
      let known = names.map { $0.prefix { $0 != "." }.description }
      guard let index = known.firstIndex(of: wanted) else {
        throw .noGroup(wanted, nearest: NameIndex(known).nearest(to: wanted))
      }
      names = [names[index]]
    }
    var files: [File] = []
    for name in names { files.append(try yaml("group_vars/\(name)", in: folder)) }
    return files
  }

  /// The roles of a folder, and of those folders in it that are none themselves.
  private static func roles(
    beneath path: String,
    of folder: String,
    _ required: Set<String>
  ) throws(CatalogImportFailure) -> [Role] {
    var roles: [Role] = []
    for name in try names(in: "\(folder)/\(path)") where isFolder("\(folder)/\(path)/\(name)") {
      let inner = "\(path)/\(name)"
      if ["defaults", "vars", "tasks"].contains(where: { isFolder("\(folder)/\(inner)/\($0)") }) {
        roles.append(try role(inner, in: folder, required))
      } else if path == "roles" {
        roles += try self.roles(beneath: inner, of: folder, required)
      }
    }
    return roles
  }

  private static func role(
    _ path: String,
    in folder: String,
    _ required: Set<String>
  ) throws(CatalogImportFailure) -> Role {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let installed = "\(path)/meta/.galaxy_install_info"
    return Role(
      name: name,
      isRequired: required.contains(name),
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
    return File(path: path, text: text, root: YAMLTree.read(text).root)
  }

  private static func text(_ path: String) throws(CatalogImportFailure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func bytes(_ path: String) throws(CatalogImportFailure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path, reason(of: error))
    }
  }

  private static func names(in folder: String) throws(CatalogImportFailure) -> [String] {
    guard isFolder(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .unreadable(folder, reason(of: error))
    }
  }

  /// The system's words for why a file cannot be read.
  private static func reason(of error: any Error) -> String {
    guard let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code else {
      return "unknown reason"
    }
    return unsafe String(cString: strerror(code.rawValue))
  }

  private static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isFolder(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }
}

extension YAMLNode {
  /// The roles of a requirements.yml: a list, or beneath a key of their own beside collections.
  var roles: [YAMLNode] { isMapping ? self["roles"]?.elements ?? [] : elements }
}
