internal import Deployment
internal import Diagnostics
internal import Languages

extension Rule {
  static let missingBind = Rule(
    "compose/missing-file",
    reports: "A container that mounts a file of its server that nothing in the guides creates.",
    why: "Docker creates an empty folder of that name instead, and the program fails to start.",
    fires: .bind("./haproxi.cfg"),
    fixed: .bind("./haproxy.cfg")
  )
}

extension Rule.Example {
  fileprivate static func bind(_ path: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```yaml file=/opt/haproxy/docker-compose.yml
      services:
        haproxy:
          image: haproxy:3.2
          volumes: ["\(path):/usr/local/etc/haproxy/haproxy.cfg:ro"]
      ```

      ```text file=/opt/haproxy/haproxy.cfg
      global
      ```

      """
    )
  }
}

extension Diagnostic {
  static func missingBinds(in deployment: ReadSet) -> [Diagnostic] {
    let paths = MissingPaths(deployment: deployment)
    return deployment.projects.flatMap { project in
      (project.root["services"]?.members ?? []).flatMap { service -> [Diagnostic] in
        let binds = project.binds(of: service.value).compactMap { bind in
          missingFile(bind.path, bind.written, at: bind.range, of: project, paths)
        }
        let variables = project.envFiles(of: service.value).compactMap { path in
          missingFile(
            FilePath.joined(project.folder, path.shown),
            path.shown,
            at: path.range,
            of: project,
            paths
          )
        }
        return binds + variables
      }
    }
  }

  private static func missingFile(
    _ path: String,
    _ written: String,
    at range: Range<Int>,
    of project: ComposeProject,
    _ paths: MissingPaths
  ) -> Diagnostic? {
    guard let missing = paths.missing(path, on: project.server) else { return nil }
    let shown = project.server == "control" ? written : "/" + path
    var finding = Diagnostic(
      .missingBind,
      at: PlacedSet.place(range, inFile: project.file),
      "nothing in the guides creates `\(shown)`",
      fixes: missing.near.map { .didYouMean($0) }
    )
    if !missing.isCertain { finding.severity = .warning }
    return finding
  }
}
