import Testing

@testable import DocBuild
@testable import Pipeline

/// What machines find: the site map, the guide for language models, Markdown beside each page.
@Suite struct DiscoveryTests {
  private static let guides = [
    "guides/1-a/1-one.md": "# One\n\nSee [two](../2-b/2-two.md#more) at <<ip.haproxy_vip>>.\n",
    "guides/2-b/2-two.md": "---\ntitle: Two\ndescription: About two.\n---\n\n## More\n\nText.\n",
  ]

  private static func project(_ url: String = "") throws -> TemporaryProject {
    let project = try TemporaryProject(guides)
    let config = try Fixtures.text(project.folder + "/docbuild.yml")
    try project.write(config + url, to: "docbuild.yml")
    return project
  }

  @Test func `a chapter stands beside its page as Markdown with the values of the set`()
    async throws
  {
    let project = try Self.project()
    let out = project.folder + "/site"
    try await Build.publish(BuildRequest(project: project.folder), to: out)
    #expect(
      try Fixtures.text(out + "/one/a/one.md")
        == "# One\n\nSee [two](../b/two.md#more) at CHANGE_TO_YOUR_VIP.\n"
    )
    #expect(try Fixtures.text(out + "/one/b/two.md") == "# Two\n\n## More\n\nText.\n")
    let guide = try Fixtures.text(out + "/one/llms.txt")
    #expect(guide.contains("- [Two](b/two.md): About two.\n"))
  }

  @Test func `a site map needs an address`() async throws {
    let project = try Self.project()
    let out = project.folder + "/site"
    try await Build.publish(BuildRequest(project: project.folder), to: out)
    let files = try Fixtures.tree(out)
    #expect(files["llms.txt"] != nil && files["sitemap.xml"] == nil && files["robots.txt"] == nil)
  }

  @Test func `a site map lists every page by its whole address`() async throws {
    let project = try Self.project("url: https://docs.example.org/a&b\n")
    let out = project.folder + "/site"
    try await Build.publish(BuildRequest(project: project.folder), to: out)
    let map = try Fixtures.text(out + "/sitemap.xml")
    #expect(map.contains("<loc>https://docs.example.org/a&amp;b/one/b/two.html</loc>"))
    let robots = try Fixtures.text(out + "/robots.txt")
    #expect(robots.contains("Sitemap: https://docs.example.org/a&b/sitemap.xml\n"))
  }
}
