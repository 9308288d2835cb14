package import Diagnostics
internal import Machine
package import Snippets
internal import Text

/// Everything that the author wrote, read and parsed once.
package struct Project: Sendable {
  /// The folder of docbuild.yml.
  package let root: String
  package var config = ProjectConfig()
  package var declarations = Declarations()
  var common: DataFile?
  /// By the identifier of the scale.
  package var scales: [String: DataFile] = [:]
  /// The overlays of a build, by the customer's name.
  package var customers: [(name: String, file: DataFile)] = []
  package var chapters: [ChapterSource] = []
  /// The project's own templates, by file name.
  package var templates: [String: SourceFile] = [:]
  /// The digest of the guides and templates: ten hexadecimal digits.
  package var revision = ""
  /// What stands in the folders of guides beside the chapters, such as images, by path.
  package var attachments: [String: Attachment] = [:]
  /// By path within the project.
  var partials: [String: Template] = [:]
  package var catalogs: [String: VariableCatalog] = [:]
  /// The project's own schemas, by path within the project.
  package var schemas: [String: CustomSchema] = [:]
  /// Whether there is no docbuild.yml: pages are checked by themselves, and placeholders are text.
  var isBare = false
  /// The name of the newest catalog, for files whose schema names none.
  var newestCatalog: String?
  /// The name of the catalog that counts in place of every other, where the user named one.
  private(set) var onlyCatalog: String?
  package var sentinel = Sentinel(avoiding: [], digest: "")
  /// Whether docbuild.yml and the data could be read to their ends.
  package var isWhole = true
  /// The day on which each chapter changed last, by the path of its source; empty where pages do
  /// not say so.
  package var lastChanges: [String: String] = [:]
  /// What the real programs accepted; empty where nothing asks for it.
  package var verified = VerificationRecord()
  /// Every file that diagnostics may point into, by path.
  package var files: [String: SourceFile] = [:]

  /// A file of a guide that is copied as it is.
  package struct Attachment: Sendable {
    /// The path in each set.
    package var output: String
    package var bytes: [UInt8]
  }

  /// A chapter of a guide.
  package struct ChapterSource: Sendable {
    /// The identifier of its document; empty for a page of its own.
    package var document: String
    /// The path of its page within the document, without `.html`.
    package var name: String
    package var template: Template

    /// The path of its page within a set, without `.html`.
    var page: String { document.isEmpty ? name : "\(document)/\(name)" }

    /// What stands for a title where the author gives none: the name of its file, or of the folder
    /// whose page it is.
    var nameOfTitle: String {
      let parts = page.split(separator: "/").map(String.init)
      guard let last = parts.last, last == "index", parts.count > 1 else {
        return parts.last ?? name
      }
      return ProjectNames.title(ofFolder: parts[parts.count - 2])
    }
  }

  /// Loads the project of a request.
  ///
  /// - Parameters:
  ///   - request: the folder of docbuild.yml, the overlays and pages that take part, a catalog.
  ///   - withHistory: whether git tells when the chapters changed last, where docbuild.yml has
  ///     `last_change: git`.
  /// - Returns: the project, and what is wrong with its files.
  /// - Throws: a ``MachineFailure`` where a file cannot be read or git cannot tell, a
  ///   ``RequestMistake`` where the project has no such catalog.
  package static func load(
    _ request: BuildRequest,
    withHistory: Bool
  ) async throws -> Outcome<Project> {
    guard request.hasProject else {
      return try ProjectLoader.loadPages(request.pages)
    }
    var loaded = try ProjectLoader.load(
      request.project,
      overlays: request.customers,
      pages: request.pages
    )
    if let catalog = request.catalog { try loaded.value.use(catalog: catalog) }
    if withHistory { try await loaded.value.readLastChanges() }
    if withHistory || request.requiresVerified {
      loaded.value.verified = try VerificationRecord(readFrom: request.verified)
    }
    return loaded
  }

  private mutating func readLastChanges() async throws {
    guard config.showsLastChange else { return }
    let paths = chapters.map(\.template.file.path)
    let days = try await LastChanges.read(paths.map(relative), in: root)
    for path in paths { lastChanges[path] = days[relative(path)] }
  }

  /// Returns the path of a table of a catalog.
  func path(of table: WrittenTable, ofCatalog name: String) -> String {
    table.path(ofCatalog: "\(root)/catalogs/\(name)")
  }

  /// Checks variables against a catalog, whatever docbuild.yml names.
  ///
  /// - Throws: a ``RequestMistake`` where the project has no such catalog.
  private mutating func use(catalog name: String) throws(RequestMistake) {
    guard catalogs[name] != nil else {
      throw .unknown("catalog", name, among: catalogs.keys.sorted())
    }
    onlyCatalog = name
  }
}
