import Diagnostics
import FoundationEssentials
import Testing

@testable import DocBuild
@testable import Pipeline
@testable import Site

/// A project in a folder of its own, removed with the value.
final class TemporaryProject {
  /// The newest one of the guides.
  static let catalog = "matrix-playbook-2026-08-22"

  let folder: String

  /// Writes a small project with files beside or in place of the usual ones; catalogs of its own
  /// take the place of those of the guides.
  init(_ files: [String: String] = [:], catalog: String = catalog) throws {
    folder = TemporaryFolder.make()
    var all = Self.standard(catalog: catalog)
    for (path, text) in files { all[path] = text }
    for (path, text) in all { try write(text, to: path) }
    guard !files.keys.contains(where: { $0.hasPrefix("catalogs/") }) else { return }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/catalogs",
      withDestinationPath: "\(Fixtures.package)/content/catalogs"
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to path: String) throws {
    let parent = "\(folder)/\(path)".split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/\(parent)", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(path)"))
  }

  /// What a check of a page reports, without the standard project's own mistakes.
  func check(page: String? = nil) async throws -> [Diagnostic] {
    var request = BuildRequest(project: folder)
    request.pages = page.map { ["\(folder)/\($0)"] } ?? []
    return try await Build.run(request).report.diagnostics
  }

  func report() async throws -> Report { try await Build.run(BuildRequest(project: folder)).report }

  private static func standard(catalog: String) -> [String: String] {
    [
      "docbuild.yml": """
      title: A project
      scales:
        - { id: one, title: One, users: 10 }
      schemas:
        - { file: "**/vars.yml", schema: ansible-vars, catalog: \(catalog) }
      rules:
        data/unused-key: off

      """,
      "data/keys.yml": """
      net.gateway: { type: ipv4, source: common, about: The gateway. }
      net.private: { type: cidr, source: customer, hint: CHANGE_TO_YOUR_CIDR, example: 10.20.0.0/24, about: The network. }
      net.list: { type: list<int>, source: common, about: Numbers. }
      ip.haproxy_vip: { type: ipv4, source: customer, hint: CHANGE_TO_YOUR_VIP, example: 10.20.0.10, about: The address. }
      secret.db: { type: secret, hint: CHANGE_TO_PASSWORD, generate: openssl rand -hex 32, about: A password. }

      """,
      "data/common.yml": "net: { gateway: 10.20.0.1, list: [1, 2] }\n",
    ]
  }
}

enum TemporaryFolder {
  static func make() -> String {
    let path = "/tmp/docbuild-tests-\(UInt64.random(in: 0..<UInt64.max))"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}

extension Build {
  /// Runs the whole journey and publishes the site to a folder.
  @discardableResult
  static func publish(_ request: BuildRequest, to folder: String) async throws -> BuildResult {
    var request = request
    request.output = folder
    return try await run(request, until: .publish)
  }

  /// Runs the journey up to what pages are filled from; the content has no error.
  static func site(_ request: BuildRequest) async throws -> Site {
    let result = try await run(request, until: .fill)
    #expect(result.report.errorCount == 0)
    return try #require(result.site)
  }
}
