internal import Diagnostics
internal import Languages

/// Reads the files of a set, equal texts once.
struct DeploymentReader {
  let set: PlacedSet
  let index: FileIndex
  private var trees: [[UInt8]: YAMLTree?] = [:]
  private var contents: [ContentKey: FileContent] = [:]

  private struct ContentKey: Hashable {
    var program: ReadProgram
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
      guard ReadProgram(file) == .compose, let tree = tree(file.text) else { continue }
      if inherited[file.server] == nil {
        inherited[file.server] = commands.variables(on: file.server)
      }
      let beside = FilePath.joined(FilePath.folder(of: file.path), ".env")
      let paths = [beside] + commands.environmentFiles(on: file.server)
      let files = paths.compactMap { index.file("/" + $0, on: file.server) }
      let environment = ComposeEnvironment(
        files.map { (index: $0, text: set.files[$0].text) },
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
      guard let program = ReadProgram(file) else { continue }
      let project = projects.first { $0.file == number }
      guard let content = project.map({ .value($0.withVariables) }) ?? content(file, program) else {
        continue
      }
      files.append(
        ReadFile(
          index: number,
          server: file.server,
          path: file.path,
          program: program,
          content: content,
          isInContainer: projects.contains { $0.readsInContainer(file) },
          ends: FileEnd.all.filter { $0.program == program } + variables(of: file)
        )
      )
    }
    return files
  }

  /// The ends of a file of variables, which their catalog knows.
  private func variables(of file: PlacedFile) -> [FileEnd] {
    guard case .ansibleVars(let name)? = file.kind else { return [] }
    return set.ends[name] ?? []
  }

  private mutating func content(_ file: PlacedFile, _ program: ReadProgram) -> FileContent? {
    let key = ContentKey(program: program, text: file.text)
    if let known = contents[key] { return known }
    let content: FileContent
    if let lines = program.lines(of: file.text) {
      content = .lines(lines)
    } else {
      guard let root = tree(file.text)?.root else { return nil }
      let dialect: YAMLDialect = [.patroni, .vars].contains(program) ? .pyYAML : .goYAML
      content = .value(TypedValue.resolved(root, by: dialect).value)
    }
    contents[key] = content
    return content
  }

  private mutating func tree(_ text: [UInt8]) -> YAMLTree? {
    if let known = trees[text] { return known }
    let outcome = YAMLTree.parse(text)
    let isBroken = outcome.diagnostics.contains {
      [Rule.yamlSyntax.id, Rule.yamlTab.id].contains($0.rule)
    }
    let tree = isBroken ? nil : outcome.value
    trees[text] = .some(tree)
    return tree
  }
}

extension ComposeProject {
  /// The file with the lists of `environment` as mappings.
  var withVariables: TypedValue {
    guard case .object(let members) = root.content else { return root }
    let turned = members.map { member -> TypedValue.Member in
      guard member.key == "services" else { return member }
      var services = member
      services.value = TypedValue(
        .object(member.value.members.map(Self.withVariables)),
        at: member.value.range
      )
      return services
    }
    return TypedValue(.object(turned), at: root.range)
  }

  private static func withVariables(_ service: TypedValue.Member) -> TypedValue.Member {
    guard service.value["environment"]?.isArray == true else { return service }
    var service = service
    let turned = service.value.members.map { member -> TypedValue.Member in
      guard member.key == "environment" else { return member }
      let variables = ComposeFacts.environment(of: service.value).map {
        TypedValue.Member(key: $0.name, keyRange: $0.value.range, value: $0.value)
      }
      var member = member
      member.value = TypedValue(.object(variables), at: member.value.range)
      return member
    }
    service.value = TypedValue(.object(turned), at: service.value.range)
    return service
  }

  /// Whether a file is mounted into a container of the project that has a network of its own.
  func readsInContainer(_ other: PlacedFile) -> Bool {
    guard other.server == server else { return false }
    return (root["services"]?.members ?? []).contains { service in
      service.value["network_mode"]?.string != "host"
        && binds(of: service.value).contains {
          other.path == $0.path || other.path.hasPrefix($0.path + "/")
        }
    }
  }

  /// A path of the host that a service mounts.
  struct Bind: Sendable {
    /// Without a leading `/`.
    var path: String
    /// As the file says it.
    var written: String
    var target: String
    /// In bytes of the file.
    var range: Range<Int>
    /// Whether Docker makes a folder where there is nothing.
    var isMade: Bool
  }

  /// Returns the paths of the host that a service mounts, as far as they are known.
  func binds(of service: TypedValue) -> [Bind] {
    (service["volumes"]?.elements ?? []).compactMap { mount in
      if mount.isObject {
        guard mount["type"]?.string == "bind", let source = mount["source"] else { return nil }
        let isMade = mount["bind"]?["create_host_path"]?.bool ?? true
        return bind(source.shown, mount["target"]?.shown ?? "", source.range, isMade)
      }
      let short = VolumeMount(mount.shown)
      guard short.mistake == nil, short.isBind, let source = short.source else { return nil }
      return bind(source, short.target, mount.range, true)
    }
  }

  private func bind(
    _ source: String,
    _ target: String,
    _ range: Range<Int>,
    _ isMade: Bool
  ) -> Bind? {
    guard !source.hasPrefix("~"), !source.contains("$"), !source.contains("\\") else { return nil }
    let path = FilePath.joined(folder, source)
    return Bind(path: path, written: source, target: target, range: range, isMade: isMade)
  }
}
