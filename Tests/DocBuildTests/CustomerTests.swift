import Diagnostics
import FoundationEssentials
import Testing
import Values

@testable import DocBuild
@testable import Machine
@testable import Pipeline

/// Overlays: new ones, filled ones, and ones with a mistake.
@Suite struct CustomerTests {
  static let content = Fixtures.package + "/content"

  private static func build(_ overlay: String, isFinal: Bool) async throws -> Compilation {
    var request = BuildRequest(project: content)
    request.customers = [overlay]
    request.isFinal = isFinal
    return try await Build.run(request).compilation
  }

  /// Writes an overlay to a folder of its own.
  private static func with(_ text: String, _ body: (String) async throws -> Void) async throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/example.yml"
    try Data(text.utf8).write(to: URL(filePath: path))
    try await body(path)
  }

  @Test(arguments: ["small", "medium", "large"])
  func `a new overlay is taken as it is, and is final once the examples stand in it`(
    scale: String
  ) async throws {
    var request = BuildRequest(project: Self.content)
    request.scales = [scale]
    let template = try await Build.run(request).compilation
    let text = template.overlayTemplate(for: "example")
    try await Self.with(text) { path in
      let build = try await Self.build(path, isFinal: false)
      #expect(build.report.errorCount == 0)
      #expect(build.openValues.count == template.openValues.count)
      #expect(try await Self.build(path, isFinal: true).report.errorCount == build.openValues.count)
    }
    try await Self.with(Self.filled(text)) { path in
      let build = try await Self.build(path, isFinal: true)
      #expect(build.report.diagnostics.filter { $0.severity == .error } == [])
      #expect(build.openValues.isEmpty)
    }
  }

  /// Puts the example of each comment behind the key beneath it; servers count up.
  private static func filled(_ text: String) -> String {
    var example = ""
    var member = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if let range = line.firstRange(of: "such as ") {
        example = String(line[range.upperBound...])
        member = 0
        return String(line)
      }
      let bare = line.prefix { $0 != "#" }.trimmingBlanks
      guard bare.hasSuffix(":"), bare.hasPrefix("  "), !example.isEmpty else {
        return String(line)
      }
      if bare.hasPrefix("    - ") {
        member += 1
        return bare + " " + example.dropLast() + String(member)
      }
      defer { example = "" }
      return bare.hasPrefix("    ") || !bare.dropFirst(2).hasPrefix(" ") && member == 0
        ? bare + " " + example : String(line)
    }.joined(separator: "\n")
  }

  @Test(arguments: ["acme", "nordwind"])
  func `a wrong value is an error at its line, for every value of an overlay`(
    name: String
  ) async throws {
    let path = Self.content + "/customers/\(name).yml"
    let file = SourceFile(path: path, bytes: try Fixtures.bytes(path))
    let build = try await Self.build(path, isFinal: true)
    #expect(build.report.errorCount == 0 && build.openValues.isEmpty)
    let values = try #require(build.sets.first).values
    let given = values.paths.compactMap { values.entry(at: $0) }.filter { $0.state == .filled }
    let places = Set(given.compactMap(\.origin?.location))
    #expect(places.count >= 30)
    for place in places {
      var bytes = file.bytes
      bytes.replaceSubrange(place.range, with: Array("\"~ wrong ~\"".utf8))
      try await Self.with(String(decoding: bytes, as: UTF8.self)) { changed in
        let report = try await Self.build(changed, isFinal: true).report
        let line = file.line(containing: place.range.lowerBound)
        let found = report.diagnostics.filter { finding in
          finding.severity == .error && finding.location.path.hasSuffix("example.yml")
            && report.files[finding.location.path]?
              .line(containing: finding.location.range.lowerBound) == line
        }
        #expect(!found.isEmpty, "\(name).yml:\(line)")
      }
    }
  }

  @Test func `an overlay is written once, under a name that can be one`() async throws {
    let project = try TemporaryProject()
    let build = try await Build.run(BuildRequest(project: project.folder)).compilation
    let path = try build.writeOverlay(named: "new-one")
    #expect(path.hasSuffix("/customers/new-one.yml"))
    #expect(throws: RequestMistake.self) { try build.writeOverlay(named: "new-one") }
    for name in ["", "New", "a/b", "..", "one"] {
      #expect(throws: RequestMistake.self) { try build.writeOverlay(named: name) }
    }
  }

  @Test func `open values are listed as table, JSON and CSV`() async throws {
    let project = try TemporaryProject([
      "data/keys.yml": """
      net.private: { type: cidr, source: customer, hint: CHANGE_TO_CIDR, example: 10.20.0.0/24, about: "The \\"net\\", ours." }

      """, "data/common.yml": "{}\n",
    ])
    let values = try await Build.run(BuildRequest(project: project.folder)).compilation.openValues
    #expect(
      OpenValueList.csv(values).hasSuffix(
        "one,,net.private,cidr,CHANGE_TO_CIDR,10.20.0.0/24,\"The \"\"net\"\", ours.\"\r\n"
      )
    )
    #expect(OpenValueList.json(values).contains("\"key\":\"net.private\",\"type\":\"cidr\""))
    #expect(OpenValueList.table(values).contains("one: 1 open"))
    #expect(OpenValueList.table([]) == "Every value is given.\n")
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
