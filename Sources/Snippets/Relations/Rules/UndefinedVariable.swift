internal import Deployment
internal import Diagnostics
internal import Languages

extension Rule {
  static let undefinedVariable = Rule(
    "compose/undefined-variable",
    reports: "A variable that the `.env` file next to the compose file does not set.",
    why: "Docker Compose substitutes nothing and starts anyway, or does not start.",
    fires: .project("image: \"redis:${TGA}\"", env: "TAG=7.4"),
    fixed: .project("image: \"redis:${TAG}\"", env: "TAG=7.4")
  )

  static let unusedVariable = Rule(
    "compose/unused-variable",
    .warning,
    reports: "A variable of a `.env` file that no compose file next to it uses.",
    why: "It was renamed on one side only, or is left over, and changing it has no effect.",
    fires: .project("image: \"redis:7.4\"", env: "TAG=7.4"),
    fixed: .project("image: \"redis:${TAG}\"", env: "TAG=7.4")
  )
}

extension Rule.Example {
  /// A page with a compose file of one service and the `.env` file beside it.
  static func project(_ line: String, env: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```yaml file=/opt/a/docker-compose.yml
      services:
        a:
          \(line)
      ```

      ```dotenv file=/opt/a/.env
      \(env)
      ```

      """
    )
  }
}

extension Diagnostic {
  /// Without any `.env` file the page may leave it to its reader, so that is a warning.
  static func variablesWithoutValue(in deployment: ReadSet) -> [Diagnostic] {
    deployment.projects.filter(deployment.knowsVariables).flatMap { project in
      let others = deployment.projects.filter {
        deployment.includes(from: $0).contains(project.file)
      }
      let unset = project.missing.filter { variable in
        others.allSatisfy { $0.environment.value(variable.name) == nil || $0.file == project.file }
      }
      return unset.map { Diagnostic.variableWithoutValue($0, in: project) }
    }
  }

  private static func variableWithoutValue(
    _ variable: ComposeVariable,
    in project: ComposeProject
  ) -> Diagnostic {
    let place = PlacedSet.place(variable.nameRange, inFile: project.file)
    let empty = project.environment[variable.name]
    let first = empty ?? project.environment.variables.first
    var finding = Diagnostic(
      .undefinedVariable,
      at: place,
      project.hasEnvironment
        ? "\(empty == nil ? "undefined" : "empty") variable `\(variable.name)` in the `.env` file next to this file"
        : "undefined variable `\(variable.name)`; this file has no `.env` file next to it",
      notes: first.map {
        [Note(empty == nil ? "the `.env` file starts here" : "it is set here", at: $0.place)]
      } ?? [],
      fixes: NameIndex(project.environment.names).nearest(to: variable.name).map { name in
        .didYouMean(name, edits: [Edit(place, with: name)])
      }
    )
    if !project.hasEnvironment { finding.severity = .warning }
    return finding.about(.missing("\(variable.name) in \(project.folder)"))
  }

  static func unusedVariables(in deployment: ReadSet) -> [Diagnostic] {
    var byPlace: [String: [ComposeProject]] = [:]
    for project in deployment.projects where project.hasEnvironment {
      byPlace["\(project.server):\(project.folder)", default: []].append(project)
    }
    return deployment.projects.flatMap { project -> [Diagnostic] in
      let beside = byPlace["\(project.server):\(project.folder)"] ?? []
      // Of the projects that share a `.env` file the first speaks for all.
      guard beside.first?.file == project.file else { return [] }
      let used = deployment.usedVariables(of: beside + deployment.included(in: beside))
      let missing = NameIndex(beside.flatMap { $0.missing.map(\.name) })
      return project.environment.variables.compactMap { variable in
        guard !used.contains(variable.name), !variable.name.hasPrefix("COMPOSE_"),
          !variable.name.hasPrefix("DOCKER_")
        else { return nil }
        return Diagnostic(
          .unusedVariable,
          at: variable.place,
          "unused variable `\(variable.name)`",
          fixes: missing.nearest(to: variable.name).map { .didYouMean($0) }
        )
        .about(.unused(variable.name))
      }
    }
  }
}

extension ReadSet {
  /// Whether the `.env` file beside a project could be read, where there is one.
  fileprivate func knowsVariables(of project: ComposeProject) -> Bool {
    let file = index.file("/" + FilePath.joined(project.folder, ".env"), on: project.server)
    return file.map { set.files[$0].isRead } ?? true
  }

  /// The projects that others include, directly or not.
  fileprivate func included(in projects: [ComposeProject]) -> [ComposeProject] {
    let files = projects.reduce(into: Set<Int>()) { $0.formUnion(includes(from: $1)) }
    return self.projects.filter { files.contains($0.file) }
  }

  /// The names that projects with one `.env` file use, or that the file uses itself; all of them
  /// where a service reads the file as its own.
  fileprivate func usedVariables(of projects: [ComposeProject]) -> Set<String> {
    var used = projects.reduce(into: Set<String>()) { $0.formUnion($1.used) }
    guard let first = projects.first,
      let file = index.file("/" + FilePath.joined(first.folder, ".env"), on: first.server)
    else { return used }
    for entry in set.files[file].reading.read(by: EnvFile.read).value.entries
    where entry.style != .single {
      used.formUnion(InterpolatedText(entry.value).variables.map(\.name))
    }
    let isHandedOn = projects.contains { project in
      project.envFiles.contains {
        FilePath.joined(project.folder, $0.shown) == set.files[file].path
      }
    }
    if isHandedOn { used.formUnion(first.environment.names) }
    return used
  }
}

extension ComposeProject {
  /// The paths of the `.env` files that services read for themselves.
  fileprivate var envFiles: [TypedValue] {
    (root["services"]?.members ?? []).flatMap { envFiles(of: $0.value) }
  }

  /// The paths of the `.env` files that a service reads for itself and cannot do without.
  func envFiles(of service: TypedValue) -> [TypedValue] {
    guard let files = service["env_file"] else { return [] }
    return (files.isArray ? files.elements : [files]).compactMap { file in
      guard file.isObject else { return file }
      return file["required"]?.bool == false ? nil : file["path"]
    }
  }
}
