import Diagnostics
import Snippets
import Testing

@testable import DocBuild
@testable import Pipeline

/// The schemas that editors get say the same as the checks of the project's own files.
@Suite struct OwnSchemaTests {
  /// Returns what a printed schema says of a file.
  private func findings(
    _ text: [UInt8],
    _ schema: OwnSchema,
    _ compilation: Compilation
  ) -> [Diagnostic] {
    let printed = Array(schema.text(for: compilation).utf8)
    let schemas = CustomSchema.read(["own.json": printed])
    #expect(schemas.diagnostics.isEmpty, "\(schema)")
    return SnippetChecker(catalogs: [:], schemas: schemas.value).check(
      text,
      as: .custom("own.json")
    )
    .filter { $0.severity == .error }
  }

  private func compilation(of folder: String) async throws -> Compilation {
    try await Build.run(BuildRequest(project: folder), until: .load).compilation
  }

  @Test(arguments: ["content", "Tests/Fixtures/golden/project"])
  func `sound files are accepted`(project: String) async throws {
    let folder = "\(Fixtures.package)/\(project)"
    let compilation = try await compilation(of: folder)
    var files: [(String, OwnSchema)] = [
      ("docbuild.yml", .project), ("data/keys.yml", .keys), ("data/servers.yml", .servers),
      ("data/common.yml", .data),
    ]
    files += compilation.project.config.scales.map { ("data/\($0.id).yml", .data) }
    files += try Fixtures.names(in: "\(folder)/customers").map { ("customers/\($0)", .customer) }
    for (path, schema) in files {
      let found = findings(try Fixtures.bytes("\(folder)/\(path)"), schema, compilation)
      #expect(found.map(\.message) == [], "\(path)")
    }
  }

  /// A file that a schema refuses, the check refuses, too: at the same line.
  @Test(arguments: [
    (OwnSchema.project, "docbuild.yml", "titel: A\nscales: [{ id: one }]\n"),
    (.project, "docbuild.yml", "title: A\nscales: [{ id: ../one }]\n"),
    (.project, "docbuild.yml", "title: A\nscales: [{ id: one, users: many }]\n"),
    (.project, "docbuild.yml", "title: A\nscales: [{ id: one }]\nurl: not a url\n"),
    (.project, "docbuild.yml", "title: A\nscales: [{ id: one }]\nrules: { data/type: of }\n"),
    (.project, "docbuild.yml", "title: A\nscales: [{ id: one }]\nrules: { data/typo: off }\n"),
    (.keys, "data/keys.yml", "a.b: { type: itn, source: common, about: A. }\n"),
    (.keys, "data/keys.yml", "A.b: { type: int, source: common, about: A. }\n"),
    (.keys, "data/keys.yml", "a.b: { type: int, source: common }\n"),
    (.keys, "data/keys.yml", "a.b: { type: list<secret>, hint: CHANGE_TO_B, about: A. }\n"),
    (.keys, "data/keys.yml", "constraints: [{ distinc: [a.b], message: m }]\n"),
    (.servers, "data/servers.yml", "web: { title: Web, nam: w }\n"),
    (.servers, "data/servers.yml", "web: { title: Web, name: a/b }\n"),
    (
      .servers, "data/servers.yml",
      "web: { title: W, name: w, listens: [{ port: http, from: [web] }] }\n"
    ),
    (
      .servers, "data/servers.yml",
      "web: { title: W, name: w, listens: [{ port: 80, proto: tcpp, from: [web] }] }\n"
    ),
    (.data, "data/common.yml", "net: { gatewai: 10.0.0.1 }\n"),
    (.data, "data/common.yml", "net: { gateway: 10.0.0.999 }\n"),
    (.data, "data/common.yml", "net: { gateway: 10.0.0.1, list: [one] }\n"),
  ])
  func `what a schema refuses is refused`(
    schema: OwnSchema,
    path: String,
    text: String
  ) async throws {
    let sound = try TemporaryProject()
    let compilation = try await compilation(of: sound.folder)
    #expect(!findings(Array(text.utf8), schema, compilation).isEmpty)
    let project = try TemporaryProject([path: text])
    let found = try await project.report().diagnostics.filter { $0.location.path.hasSuffix(path) }
    #expect(found.contains { $0.severity == .error })
  }
}
