internal import Deployment
internal import Diagnostics
internal import Languages

extension Rule {
  static let missingComposeFile = Rule(
    "compose/missing-compose-file",
    reports:
      "A compose file that includes or extends itself, or a file that the guides do not show.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .includes("other/compose.yml"),
    fixed: .includes("../b/compose.yml")
  )
}

extension Rule.Example {
  fileprivate static func includes(_ path: String) -> Rule.Example {
    Rule.Example(
      """
      # Files

      ```yaml file=/opt/a/compose.yml
      include: [\(path)]
      ```

      ```yaml file=/opt/b/compose.yml
      services: { b: { image: "b:1" } }
      ```

      """
    )
  }
}

extension Diagnostic {
  static func missingComposeFiles(in deployment: ReadSet) -> [Diagnostic] {
    deployment.projects.flatMap { project in
      project.references.compactMap { reference in
        let place = PlacedSet.place(reference.range, inFile: project.file)
        // What comes from elsewhere, or from a variable, no fence can show.
        guard !reference.path.contains("://"), !reference.path.hasPrefix("git@"),
          !reference.path.contains("$")
        else { return nil }
        guard let other = deployment.project(reference, of: project) else {
          return .missingComposeFile(reference, of: project, in: deployment, at: place)
        }
        guard let service = reference.service else {
          let way = deployment.includes(from: other)
          return way.contains(project.file) ? .includesItself(reference.path, at: place) : nil
        }
        let declared = (other.root["services"]?.members ?? []).map(\.key)
        guard !declared.contains(service.name), !service.name.contains("$") else { return nil }
        return Diagnostic(
          .undefinedService,
          at: PlacedSet.place(service.range, inFile: project.file),
          "undefined service `\(service.name)` in `\(reference.path)`",
          fixes: NameIndex(declared).nearest(to: service.name).map { name in
            let range = PlacedSet.place(service.range, inFile: project.file)
            return .didYouMean(name, edits: [Edit(range, with: name)])
          }
        )
      }
    }
  }

  private static func missingComposeFile(
    _ reference: ComposeProject.Reference,
    of project: ComposeProject,
    in deployment: ReadSet,
    at place: Location
  ) -> Diagnostic {
    let path = FilePath.joined(project.folder, reference.path)
    let shown = deployment.projects.filter { $0.server == project.server }
      .map { deployment.set.files[$0.file].path }
    let verb = reference.service == nil ? "includes" : "extends"
    return Diagnostic(
      .missingComposeFile,
      at: place,
      "undefined file `\(reference.path)`, which this \(verb)",
      fixes: NameIndex(shown).nearest(to: path).map { .didYouMean($0, as: "/\($0)") }
    )
  }

  private static func includesItself(_ path: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .missingComposeFile,
      at: place,
      "`\(path)` includes this file in turn, which is a cycle"
    )
  }
}
