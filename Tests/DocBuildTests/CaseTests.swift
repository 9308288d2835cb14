import Diagnostics
import Languages
import Snippets
import Testing

/// The rules whose cases are held to their expectation; the others wait for their checkers.
private let checkedCategories = [
  "compose", "link", "livekit", "patroni", "placeholder", "prometheus", "shell", "vars", "yaml",
]

@Suite struct CaseTests {
  static let pages: [String] =
    ((try? Fixtures.names(in: Fixtures.folder + "/cases/markdown")) ?? [])
    .filter { name in
      name.hasSuffix(".md")
        && (name.hasPrefix("good-") || name.contains("sexagesimal")
          || checkedCategories.contains { name.hasPrefix($0) })
    }

  static let variables: [String] = (try? Fixtures.names(in: Fixtures.folder + "/cases/vars")) ?? []

  @Test func `there are cases`() {
    #expect(Self.pages.count >= 10)
    #expect(Self.variables.count >= 7)
  }

  @Test(arguments: pages)
  func `a page gives exactly the finding that it expects`(name: String) async throws {
    let path = Fixtures.folder + "/cases/markdown/" + name
    let text = try Fixtures.text(path)
    let project = try TemporaryProject([
      "data/keys.yml": try CaseKeys.declarations(), "data/common.yml": try CaseKeys.values(),
      "page.md": text,
    ])
    let first = String(text.prefix { $0 != "\n" })
    let findings = try await project.check(page: "page.md")
    let lines = SourceFile(path: "", bytes: Array(text.utf8))
    guard !name.hasPrefix("good-") else {
      #expect(findings.isEmpty, "\(findings.map(\.message))")
      return
    }
    let words = first.split(separator: " ").map(String.init)
    let severity = try #require(words.dropFirst(2).first)
    let rule = try #require(words.dropFirst(3).first).replacing(":", with: "")
    let line = try #require(
      first.split(separator: "line ").last.flatMap { Int($0.prefix { $0.isNumber }) }
    )
    let own = findings.filter { $0.rule == rule }
    #expect(own.map { lines.position(at: $0.location.range.lowerBound).line } == [line])
    #expect(own.map(\.severity.rawValue) == [severity])
    #expect(findings.filter { $0.severity == .error && $0.rule != rule }.isEmpty)
  }

  @Test(arguments: variables)
  func `variables give exactly the errors that they expect`(name: String) async throws {
    let text = try Fixtures.text(Fixtures.folder + "/cases/vars/" + name)
    let head = "# Page\n\n```yaml file=vars.yml\n"
    let first = String(text.prefix { $0 != "\n" })
    let isNew = first.contains("[new]")
    let project = try TemporaryProject(
      ["page.md": head + text + "```\n"],
      catalog: isNew ? "matrix-playbook-2026-08-22" : "matrix-playbook-2026-02-11"
    )
    let page = SourceFile(path: "", bytes: Array((head + text).utf8))
    let errors = try await project.check(page: "page.md").filter { $0.severity == .error }
    let found = errors.map { finding in
      let position = page.position(at: finding.location.range.lowerBound)
      return "\(finding.rule) \(position.line - 3):\(position.column)"
    }
    #expect(found == Self.expected(first))
  }

  /// `E-RENAMED name@3; …` as `vars/renamed 3:1`.
  private static func expected(_ line: String) -> [String] {
    let codes = [
      "E-UNKNOWN": "vars/unknown", "E-RENAMED": "vars/renamed", "E-REMOVED": "vars/removed",
      "E-TYPE": "vars/type", "E-ENUM": "vars/enum", "E-CONFLICT": "vars/conflict",
      "E-DUPKEY": "yaml/duplicate-key",
    ]
    guard let list = line.split(separator: "]: ").last?.split(separator: " -- ").first else {
      return []
    }
    return list.split(separator: ";").compactMap { item in
      let words = item.split(separator: " ")
      guard words.count == 2, let rule = codes[String(words[0])],
        let number = words[1].split(separator: "@").last
      else { return nil }
      return "\(rule) \(number):1"
    }
  }

  @Test func `the secret that never existed names both ends of the right pair`() async throws {
    let page = "# Page\n\n```yaml file=vars.yml\nmatrix_coturn_turn_shared_secret: x\n```\n"
    for catalog in ["matrix-playbook-2026-08-22", "matrix-playbook-2026-02-11"] {
      let project = try TemporaryProject(["page.md": page], catalog: catalog)
      let finding = try #require(try await project.check(page: "page.md").first)
      let words = ([finding.message] + finding.notes.map(\.message)).joined(separator: " ")
      #expect(words.contains("matrix_synapse_turn_shared_secret"))
      #expect(words.contains("static-auth-secret"))
    }
  }

  @Test func `the renamed secret is accepted at the older revision`() async throws {
    let page =
      "# Page\n\n```yaml file=vars.yml\nmatrix_coturn_turn_static_auth_secret: x\n```\n"
    let old = try TemporaryProject(["page.md": page], catalog: "matrix-playbook-2026-02-11")
    #expect(try await old.check(page: "page.md").isEmpty)
    let new = try TemporaryProject(["page.md": page])
    #expect(try await new.check(page: "page.md").map(\.rule) == ["vars/renamed"])
  }
}

/// The keys of the cases, as files of a project.
private enum CaseKeys {
  static func declarations() throws -> String {
    try entries().map { key, fields in
      let given = fields.filter { $0.key != "value" }
      var lines = given.map { "  \($0.key): \($0.value)" } + ["  about: A value of the cases."]
      if fields["type"] != "secret" { lines += ["  source: common"] }
      return "\(key):\n" + lines.sorted().joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }

  static func values() throws -> String {
    try entries().compactMap { key, fields in
      guard fields["type"] != "secret", let value = fields["value"] else { return nil }
      return "\(key): \(value)"
    }.joined(separator: "\n") + "\n"
  }

  private static func entries() throws -> [(String, [String: String])] {
    let bytes = try Fixtures.bytes(Fixtures.folder + "/cases/markdown/_keys.yml")
    let keys = YAMLTree.parse(bytes).value.root?["keys"]
    return (keys?.entries ?? []).map { key, value in
      (
        key.text,
        Dictionary(
          value.entries.map { ($0.key.text, $0.value.text) },
          uniquingKeysWith: { $1 }
        )
      )
    }
  }
}
