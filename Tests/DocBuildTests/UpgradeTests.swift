import Diagnostics
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline

/// `check --catalog`: what an upgrade of the playbook breaks.
@Suite struct UpgradeTests {
  private static let page = """
    # Variables

    ```yaml file=vars.yml
    matrix_synapse_max_upload_size_mb: 50
    matrix_coturn_enabled: false
    matrix_synapse_admin_enabled: true
    matrix_synapse_docker_image_customized: "localhost/synapse"
    ```

    ```yaml file=vars.yml fragment=matrix_coturn_turn_static_auth_secret
    secret
    ```

    """

  private static func errors(
    _ project: TemporaryProject,
    _ catalog: String?
  ) async throws -> [String] {
    var request = BuildRequest(project: project.folder)
    request.pages = ["\(project.folder)/page.md"]
    request.catalog = catalog
    return try await Build.run(request).report.diagnostics.filter { $0.severity == .error }.map(
      \.message
    )
  }

  @Test func `names that the other revision no longer has are reported, and only then`()
    async throws
  {
    let old = "matrix-playbook-2026-02-11"
    let new = "matrix-playbook-2026-08-22"
    let project = try TemporaryProject(["page.md": Self.page], catalog: old)
    #expect(try await Self.errors(project, nil) == [])
    #expect(try await Self.errors(project, old) == [])
    let errors = try await Self.errors(project, new)
    #expect(errors.count == 4, "\(errors)")
    for name in [
      "matrix_coturn_enabled", "coturn_enabled", "matrix_ketesa_enabled",
      "container_image_customized",
      "coturn_turn_static_auth_secret",
    ] {
      #expect(errors.contains { $0.contains(name) }, "\(name) in \(errors)")
    }
  }

  @Test func `the mechanical part of an upgrade is made`() async throws {
    let project = try TemporaryProject(
      ["page.md": Self.page],
      catalog: "matrix-playbook-2026-02-11"
    )
    let path = "\(project.folder)/page.md"
    var request = BuildRequest(project: project.folder)
    request.pages = [path]
    request.catalog = "matrix-playbook-2026-08-22"
    _ = try SafeFixes.apply(await Build.run(request).report)
    let changed = Self.page
      .replacing("matrix_coturn_enabled", with: "coturn_enabled")
      .replacing("matrix_synapse_admin_enabled", with: "matrix_ketesa_enabled")
      .replacing("docker_image_customized", with: "container_image_customized")
    #expect(try Fixtures.text(path) == changed)
  }

  @Test func `a catalog that is not there is a mistake that names those that are`() async throws {
    let project = try TemporaryProject(["page.md": Self.page])
    let mistake = await #expect(throws: RequestMistake.self) {
      try await Self.errors(project, "matrix-playbook-2027")
    }
    #expect(mistake?.description.contains("matrix-playbook-2026-02-11") == true)
  }
}
