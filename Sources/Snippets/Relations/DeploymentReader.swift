internal import Deployment
internal import Diagnostics
internal import Languages

/// Reads the files of a set, equal texts once.
struct DeploymentReader {
  let set: PlacedSet
  let index: FileIndex
  private var contents: [ContentKey: FileContent] = [:]

  private struct ContentKey: Hashable {
    var program: String
    var text: [UInt8]
  }

  init(set: PlacedSet, index: FileIndex) {
    self.set = set
    self.index = index
  }

  /// Returns the compose projects; their variables come from the `.env` file beside, from those
  /// that `docker compose --env-file` names, and from what commands on the server set.
  mutating func projects(_ commands: DeploymentCommands) -> [ComposeProject] {
    var projects: [ComposeProject] = []
    var inherited: [String: Set<String>] = [:]
    for (number, file) in set.files.enumerated() {
      guard let program = Self.program(of: file),
        ["compose", "compose-part"].contains(program.name),
        let tree = file.reading.yaml
      else { continue }
      if inherited[file.server] == nil {
        inherited[file.server] = commands.variables(on: file.server)
      }
      let beside = FilePath.joined(FilePath.folder(of: file.path), ".env")
      let paths = [beside] + commands.environmentFiles(on: file.server)
      let files = paths.compactMap { index.file("/" + $0, on: file.server) }
      let environment = ComposeEnvironment(
        files.map { (index: $0, reading: set.files[$0].reading) },
        inherited: inherited[file.server] ?? []
      )
      projects.append(
        ComposeProject(number, file, tree, environment, hasEnvironment: !files.isEmpty)
      )
    }
    return projects
  }

  /// Returns what the files of known programs say.
  mutating func files(_ projects: [ComposeProject]) -> [ReadFile] {
    var files: [ReadFile] = []
    for (number, file) in set.files.enumerated() {
      guard let program = Self.program(of: file), let facts = program.format.facts else { continue }
      let project = projects.first { $0.file == number }
      guard let content = project.map({ .value($0.withVariables) }) ?? content(file, program, facts)
      else {
        continue
      }
      files.append(
        ReadFile(
          index: number,
          server: file.server,
          path: file.path,
          program: program.name,
          content: content,
          isInContainer: projects.contains { $0.readsInContainer(file) },
          ends: facts.ends + variables(of: file),
          more: facts.more
        )
      )
    }
    return files
  }

  /// Returns the program that reads a file, by its kind or else by its path; nothing where no other
  /// file depends on it.
  private static func program(of file: PlacedFile) -> Program? {
    let named: Program? =
      switch file.kind {
      case .ansibleVars: Program.named("ansible-vars")
      case .tool(let name), .format(let name): Program.named(name)
      case .yaml, .custom, .json, nil: nil
      }
    if let named, named.format.facts != nil { return named }
    return Program.all.first { $0.format.facts?.lines != nil && $0.reads(file.path) }
  }

  /// The ends of a file of variables, which their catalog knows.
  private func variables(of file: PlacedFile) -> [FileEnd] {
    guard case .ansibleVars(let name)? = file.kind else { return [] }
    return set.ends[name] ?? []
  }

  private mutating func content(
    _ file: PlacedFile,
    _ program: Program,
    _ facts: FileFacts
  ) -> FileContent? {
    let key = ContentKey(program: program.name, text: file.text)
    if let known = contents[key] { return known }
    let content: FileContent
    if let lines = facts.lines {
      content = .lines(lines(file.reading))
    } else {
      guard let root = file.reading.yaml?.root else { return nil }
      let dialect = program.format.dialect ?? .goYAML
      content = .value(TypedValue.resolved(root, by: dialect).value)
    }
    contents[key] = content
    return content
  }
}
