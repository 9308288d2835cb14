import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Machine
@testable import Pipeline

/// Small projects, each compared with its whole site as it stands in the repository.
///
/// With `UPDATE_GOLDEN=1` in the environment the site is written anew, for a person to look at.
@Suite struct GoldenTests {
  /// One that uses every form, and documentation without scales, servers and values, in folders.
  private static let projects = [("golden", 40), ("documentation", 15)]

  /// The files that depend on the templates and the rules of the tool, which change for their own
  /// reasons.
  private static func isOfTemplates(_ path: String) -> Bool {
    path.contains("assets/")
      || ["print.html", "manifest.json", "rules.html"].contains { path.hasSuffix($0) }
  }

  @Test(arguments: projects)
  func `a project has the site next to it`(name: String, fewest: Int) async throws {
    let folder = "\(Fixtures.folder)/\(name)"
    let out = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: out) }
    let overlay = "\(folder)/project/customers/lab.yml"
    for customers in [[], [overlay]] where customers.allSatisfy(Files.exists) {
      var request = BuildRequest(project: folder + "/project")
      request.customers = customers
      request.isFinal = !customers.isEmpty
      let build = try await Build.publish(request, to: out)
      #expect(build.report.diagnostics.isEmpty, "\(build.report.diagnostics)")
    }
    let made = try Fixtures.tree(out).filter { !Self.isOfTemplates($0.key) }
    #expect(made.count > fewest)
    let golden = folder + "/site"
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
