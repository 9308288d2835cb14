import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline

/// A small project that uses every form, held against its whole site as it stands in the repository.
///
/// With `UPDATE_GOLDEN=1` in the environment the site is written anew, for a person to look at.
@Suite struct GoldenTests {
  private static let folder = Fixtures.folder + "/golden"

  /// The files that depend on the templates and the rules of the tool, which change for their own
  /// reasons.
  private static func isOfTemplates(_ path: String) -> Bool {
    path.contains("assets/")
      || ["print.html", "manifest.json", "rules.html"].contains { path.hasSuffix($0) }
  }

  @Test func `a project has the site that stands beside it`() async throws {
    let out = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: out) }
    for customers in [[], ["\(Self.folder)/project/customers/lab.yml"]] {
      var request = BuildRequest(project: Self.folder + "/project")
      request.customers = customers
      request.isFinal = !customers.isEmpty
      let build = try await Build.publish(request, to: out)
      #expect(build.report.diagnostics.isEmpty, "\(build.report.diagnostics)")
    }
    let made = try Fixtures.tree(out).filter { !Self.isOfTemplates($0.key) }
    #expect(made.count > 40)
    let golden = Self.folder + "/site"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try? FileManager.default.removeItem(atPath: golden)
      for (path, bytes) in made {
        try Publisher.publish(bytes, to: "\(golden)/\(path)")
      }
    }
    let wanted = try Fixtures.tree(golden)
    #expect(made.keys.sorted() == wanted.keys.sorted())
    for (path, bytes) in wanted.sorted(by: { $0.key < $1.key }) {
      #expect(
        made[path].map { String(decoding: $0, as: UTF8.self) }
          == String(decoding: bytes, as: UTF8.self),
        "\(path)"
      )
    }
  }
}
