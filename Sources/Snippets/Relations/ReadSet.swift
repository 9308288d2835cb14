internal import Deployment
internal import Diagnostics
internal import Languages

/// The files of a set, read as far as other files depend on what they say.
struct ReadSet: Sendable {
  let set: PlacedSet
  let index: FileIndex
  /// The compose projects of all servers, in the order of their files.
  let projects: [ComposeProject]
  /// The files on which others depend, in the order of the set.
  let files: [ReadFile]
  let facts: DeploymentFacts
  let network: Network
  let commands: DeploymentCommands

  /// Reads what is needed of a set.
  init(_ set: PlacedSet) {
    self.set = set
    index = FileIndex(set.files)
    commands = DeploymentCommands(set)
    var reader = DeploymentReader(set: set, index: index)
    projects = reader.projects(commands)
    files = reader.files(projects)
    var facts = DeploymentFacts()
    for project in projects { ComposeFacts(project: project).add(to: &facts) }
    for file in files { file.addFacts(to: &facts) }
    CommandFacts(commands: commands, set: set).add(to: &facts)
    facts.listeners = facts.listeners.compactMap { Self.placedWhereItIsBound($0, set) }
    // What a mistake makes of a file is not what its author wrote.
    func isRead(_ place: Location) -> Bool {
      guard case .placedFile(let file) = place.source else { return true }
      return set.files[file].isRead
    }
    facts.secrets.removeAll { !isRead($0.place) }
    facts.connections.removeAll { !isRead($0.place) }
    self.facts = facts
    network = Network(set.servers.map { ($0.name, $0.addresses) }, facts)
  }

  /// The variables of Ansible stand on the machine that runs it; what they bind is bound on
  /// the server that has the address.
  private static func placedWhereItIsBound(_ listener: Listener, _ set: PlacedSet) -> Listener? {
    guard listener.server == "control" else { return listener }
    guard
      let owner = set.servers.first(where: { server in
        listener.address.map(server.addresses.contains) ?? false
      })
    else { return nil }
    var placed = listener
    placed.server = owner.name
    return placed
  }

  /// Returns the file of an index, where others depend on it.
  func file(_ index: Int) -> ReadFile? { files.first { $0.index == index } }

  /// Returns the files of a program, which is called as in the registry, in the order of the set.
  func files(of program: String) -> [ReadFile] { files.filter { $0.program == program } }

  /// Returns a path as a reader of the guides knows it, with its server where it has one.
  func shown(_ index: Int) -> String {
    let file = set.files[index]
    return file.server == "control" ? "`\(file.path)`" : "`/\(file.path)` on \(file.server)"
  }

  /// Returns the file of a place as a reader of the guides knows it.
  func shown(_ place: Location) -> String {
    guard case .placedFile(let index) = place.source else { return "a command" }
    return shown(index)
  }

  // MARK: Compose files that name others

  /// Returns the roots of the files that a project includes; nothing where one is not shown.
  func included(by project: ComposeProject) -> [TypedValue]? {
    var roots: [TypedValue] = []
    for reference in project.references where reference.service == nil {
      guard let included = self.project(reference, of: project) else { return nil }
      roots.append(included.root)
    }
    return roots
  }

  /// Returns the file that a project names.
  func project(
    _ reference: ComposeProject.Reference,
    of project: ComposeProject
  ) -> ComposeProject? {
    let path = FilePath.joined(project.folder, reference.path)
    let file = index.file("/" + path, on: project.server)
    return projects.first { $0.file == file }
  }

  /// The files that a project includes, and those that they include, itself among them.
  func includes(from project: ComposeProject) -> Set<Int> {
    var found: Set<Int> = [project.file]
    var open = [project]
    while let next = open.popLast() {
      for reference in next.references where reference.service == nil {
        guard let other = self.project(reference, of: next), found.insert(other.file).inserted
        else { continue }
        open.append(other)
      }
    }
    return found
  }
}
