import FoundationEssentials
import Testing

@testable import Machine

@Suite struct PublisherTests {
  /// A build with files of its own beside those that every build has.
  private static func files(of name: String) -> [(path: String, bytes: [UInt8])] {
    let pages = (0..<40).map { ("\(name)-\($0).html", Array("\(name) \($0)".utf8)) }
    let manifest = "{\"outputs\":[" + pages.map { "{\"path\":\"\($0.0)\"}" }.joined(separator: ",")
    return pages + [("index.html", Array(name.utf8)), ("manifest.json", Array(manifest.utf8))]
  }

  @Test func `several that publish one folder at once leave the whole of one`() async throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withThrowingTaskGroup { group in
      for builder in 0..<4 {
        group.addTask {
          for turn in 0..<6 {
            let files = Self.files(of: "build-\(builder)-\(turn)")
            try Publisher.publish(files, to: "\(folder)/large")
          }
        }
      }
      try await group.waitForAll()
    }
    let name = String(decoding: try Files.read("\(folder)/large/index.html"), as: UTF8.self)
    let found = try Files.names(in: "\(folder)/large", hidden: true)
    #expect(found == Self.files(of: name).map(\.path).sorted())
    #expect(try Files.names(in: folder, hidden: true) == ["large"])
  }
}
