internal import Deployment
internal import Diagnostics
internal import Languages

extension Rule {
  static let missingReference = Rule(
    "topology/missing-file",
    reports: "A file named in a configuration that nothing in the guides creates.",
    why: "The program does not start, or runs without its rules or its password.",
    fires: .rules("rule/*.yml"),
    fixed: .rules("rules/*.yml")
  )
}

extension Rule.Example {
  fileprivate static func rules(_ pattern: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```yaml file=/opt/m/prometheus/prometheus.yml
      rule_files: ["\(pattern)"]
      ```

      ```yaml file=/opt/m/prometheus/rules/a.rules.yml
      groups: []
      ```

      """
    )
  }
}

extension Diagnostic {
  static func missingReferences(in deployment: ReadSet) -> [Diagnostic] {
    let paths = MissingPaths(deployment: deployment)
    return deployment.files.flatMap { file in
      file.ends.flatMap { end -> [Diagnostic] in
        guard case .reads = end.meaning else { return [] }
        return file.content.all(end.place).compactMap { found in
          missingReference(found, of: file, in: deployment, paths)
        }
      }
    }
  }

  private static func missingReference(
    _ found: FileContent.Found,
    of file: ReadFile,
    in deployment: ReadSet,
    _ paths: MissingPaths
  ) -> Diagnostic? {
    guard !found.text.isEmpty, !found.text.contains("$"),
      let path = deployment.hostPath(of: found.text, in: file)
    else { return nil }
    let created = deployment.commands.created(on: file.server)
    if path.contains("*") {
      // A pattern may fit nothing yet, but not beside files that it was meant for.
      guard !created.hasAny(path),
        let missing = paths.missing(FilePath.folder(of: path), on: file.server)
      else { return nil }
      return .missingReference(found, of: file, path, missing)
    }
    return paths.missing(path, on: file.server).map {
      .missingReference(found, of: file, path, $0)
    }
  }

  private static func missingReference(
    _ found: FileContent.Found,
    of file: ReadFile,
    _ path: String,
    _ missing: MissingPaths.Missing
  ) -> Diagnostic {
    let shown = file.server == "control" ? found.text : "/" + path
    return Diagnostic(
      .missingReference,
      at: file.place(found.range),
      "nothing in the guides creates `\(shown)`",
      fixes: missing.near.map { .didYouMean($0) }
    )
  }
}

extension ReadSet {
  /// Returns the path on the server of what a file names: relative to the file, or by way of the
  /// mounts of the container that reads it.
  ///
  /// - Returns: without a leading `/`; nothing where the path is the container's own.
  func hostPath(of path: String, in file: ReadFile) -> String? {
    guard path.hasPrefix("/") else {
      return FilePath.joined(FilePath.folder(of: file.path), path)
    }
    let readers = projects.filter { $0.server == file.server }.flatMap { project in
      (project.root["services"]?.members ?? []).map { project.binds(of: $0.value) }
        .filter { binds in
          binds.contains { file.path == $0.path || file.path.hasPrefix($0.path + "/") }
        }
    }
    guard !readers.isEmpty else { return FilePath.joined("", path) }
    let inner = FilePath.joined("", path)
    for bind in readers.joined() {
      let target = FilePath.joined("", bind.target)
      if inner == target { return bind.path }
      if inner.hasPrefix(target + "/") { return bind.path + inner.dropFirst(target.count) }
    }
    return nil
  }
}
