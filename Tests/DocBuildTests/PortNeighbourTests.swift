import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Pipeline

@Suite struct PortNeighbourTests {
  @Test func `an IPv6 address stands in brackets before a port, and only there`() async throws {
    let project = try TemporaryProject([
      "data/keys.yml": """
      ip.six: { type: ipv6, source: common, about: An address. }
      ip.four: { type: ipv4, source: common, about: An address. }
      port.api: { type: port, source: common, about: A port. }

      """,
      "data/common.yml": "ip: { six: \"fd00:0:0::1\", four: 10.0.0.1 }\nport: { api: 443 }\n",
      "guides/1-a/1-a.md": """
      # A

      One <<ip.six>>, two <<ip.six>>:8080, three <<ip.six>>: text, four <<ip.four>>:80.
      [link](http://<<ip.six>>:<<port.api>>/x)

      ```text file=/a
      <<ip.six>>:<<port.api>> <<ip.six>>:1 <<ip.six>> <<ip.four>>:<<port.api>>
      ```
      """,
    ])
    let out = project.folder + "/out"
    try await Build.publish(BuildRequest(project: project.folder), to: out)
    let page = try Fixtures.text("\(out)/one/a/a.html")
    #expect(page.contains("One fd00::1, two [fd00::1]:8080, three fd00::1: text, four 10.0.0.1:80"))
    #expect(page.contains("href=\"http://[fd00::1]:443/x\""))
    let file = try Fixtures.text("\(out)/one/files/control/a")
    #expect(file == "[fd00::1]:443 [fd00::1]:1 fd00::1 10.0.0.1:443\n")
  }
}
