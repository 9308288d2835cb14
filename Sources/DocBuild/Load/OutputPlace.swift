package import Machine

/// Keeps what docbuild writes apart from what it reads.
package enum OutputPlace {
  /// The folders of a project that are read.
  private static let read = [
    "guides", "partials", "data", "customers", "catalogs", "schemas", "site-templates",
  ]

  /// Refuses a folder to write to that is the project's own, around it, or in one that is read.
  ///
  /// - Parameters:
  ///   - path: the folder, which need not be there.
  ///   - project: what is written.
  /// - Throws: a ``RequestMistake`` that says which folder it is.
  package static func refuse(folder path: String, in project: Project) throws(RequestMistake) {
    let place = Files.resolved(path)
    let root = Files.resolved(project.root)
    if isInside(root, place) {
      throw RequestMistake(
        "expected a folder of its own for the output, found `\(path)`, "
          + (root == place ? "the project's" : "in which the project is")
      )
    }
    if Files.exists(path), !Files.isFolder(path) {
      let found = Files.isFile(path) ? "file" : "device"
      throw RequestMistake("expected a folder for the output, found a \(found): \(path)")
    }
    try refuse(place, called: path, in: project)
  }

  /// Refuses a file to write to that is in a folder of the project which is read.
  ///
  /// - Parameters:
  ///   - path: the file, which need not be there.
  ///   - project: what is written.
  /// - Throws: a ``RequestMistake`` that says which folder it is.
  package static func refuse(file path: String, in project: Project) throws(RequestMistake) {
    let place = Files.resolved(path)
    if place == Files.resolved("\(project.root)/docbuild.yml") {
      throw RequestMistake("expected a file of its own for the output, found docbuild.yml")
    }
    if Files.exists(path), !Files.isFile(path) {
      throw RequestMistake(
        "expected a file for the output, found a \(Files.isFolder(path) ? "folder" : "device"): "
          + path
      )
    }
    try refuse(place, called: path, in: project)
  }

  private static func refuse(
    _ place: String,
    called path: String,
    in project: Project
  ) throws(RequestMistake) {
    for folder in read + [project.config.templates?.text].compactMap({ $0 })
    where isInside(place, Files.resolved("\(project.root)/\(folder)")) {
      throw RequestMistake(
        "expected a place of its own for the output, found `\(path)`, which is in the project's "
          + "`\(folder)`"
      )
    }
  }

  /// Whether a path is a folder or something in it; both are resolved.
  private static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || folder == "/" || path.hasPrefix(folder + "/")
  }
}
