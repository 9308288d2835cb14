internal import Diagnostics

/// The files of a set, read as far as other files depend on what they say.
struct Deployment: Sendable {
  let set: PlacedSet
  let index: FileIndex
  /// The compose projects of all servers, in the order of their files.
  let projects: [ComposeProject]

  /// Reads what is needed of a set.
  init(_ set: PlacedSet) {
    self.set = set
    index = FileIndex(set.files)
    projects = ComposeProjects(set, index).all
  }

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

/// Reads the compose projects of a set.
private struct ComposeProjects {
  let all: [ComposeProject]

  init(_ set: PlacedSet, _ index: FileIndex) {
    var trees: [[UInt8]: YAMLTree?] = [:]
    func tree(_ text: [UInt8]) -> YAMLTree? {
      if let known = trees[text] { return known }
      let outcome = YAMLTree.parse(text)
      let isBroken = outcome.diagnostics.contains {
        [Rule.yamlSyntax.id, Rule.yamlTab.id].contains($0.rule)
      }
      let tree = isBroken ? nil : outcome.value
      trees[text] = .some(tree)
      return tree
    }
    all = set.files.enumerated().compactMap { number, file in
      guard
        file.kind == .tool(ToolSchema.compose.rawValue)
          || file.kind == .tool(ToolSchema.composePart.rawValue),
        let tree = tree(file.text)
      else { return nil }
      let path = "/" + FilePath.joined(FilePath.folder(of: file.path), ".env")
      let beside = index.file(path, on: file.server)
      let files = beside.map { [(index: $0, text: set.files[$0].text)] } ?? []
      let environment = ComposeEnvironment(files, inherited: [])
      return ComposeProject(number, file, tree, environment, hasEnvironment: beside != nil)
    }
  }
}
