import Diagnostics
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline

@Suite struct SafeFixTests {
  private static let page = """
    # Files

    ```yaml file=docker-compose.yml
    services:
      web:
        imagee: nginx:1.27
        'restrt': always
        prots: ["80:80"]
        depends_on: [wbe]
      a: { image: nginx:1.27, imag: x }
    ```

    ```yaml file=vars.yml
    matrix_coturn_turn_static_auth_secret: a
    matrix_nginx_proxy_base_domain: b
    matrix_synapse_max_upload_size_mbb: 5
    ```

    The address is <<ip.haproxy_vipp>>, or <<ip.haprxy>>.

    """

  @Test func `what is safe is changed, and nothing else`() async throws {
    let project = try TemporaryProject(["page.md": Self.page])
    let path = "\(project.folder)/page.md"
    var request = BuildRequest(project: project.folder)
    request.pages = [path]
    let made = try SafeFixes.apply(await Build.run(request).report)
    let changed = Self.page
      .replacing("imagee:", with: "image:")
      .replacing("'restrt'", with: "'restart'")
      .replacing("prots:", with: "ports:")
      .replacing("matrix_coturn_turn_static_auth_secret", with: "coturn_turn_static_auth_secret")
      .replacing("max_upload_size_mbb", with: "max_upload_size_mb")
      .replacing("haproxy_vipp", with: "haproxy_vip")
    #expect(try Fixtures.text(path) == changed)
    #expect(made.count == 6 && made.paths == [path])
    #expect(try SafeFixes.apply(await Build.run(request).report).count == 0)
  }
}
