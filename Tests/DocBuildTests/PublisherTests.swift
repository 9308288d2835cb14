import FoundationEssentials
import Testing

@testable import Machine

@Suite struct PublisherTests {
  /// A build with files of its own beside those that every build has.
  private static func files(of name: String) -> [(path: String, bytes: [UInt8])] {
    let pages = (0..<40).map { ("\(name)-\($0).html", Array("\(name) \($0)".utf8)) }
    let all = pages + [("index.html", Array(name.utf8))]
    return all + [("manifest.json", PublishedFiles.manifest(of: all.map(\.0)))]
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

  @Test func `a manifest lists names with every character`() throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let names = ["a\"b.txt", "c\\d.txt", "tab\t.txt", "größe.txt", "line\n.txt"]
    let files = names.map { ($0, Array("x".utf8)) }
    let manifest = ("manifest.json", PublishedFiles.manifest(of: names))
    try Publisher.publish(files + [manifest], to: "\(folder)/set")
    #expect(try PublishedFiles(in: "\(folder)/set", by: "manifest.json").paths.count == 6)
    let none = ("manifest.json", PublishedFiles.manifest(of: []))
    try Publisher.publish([none], to: "\(folder)/set")
    #expect(try Files.names(in: "\(folder)/set", hidden: true) == ["manifest.json"])
  }

  @Test func `a manifest of something else makes nothing ours`() throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let foreign = "{\"name\":\"An app\",\"icons\":[{\"path\":\"index.html\"}]}"
    try Publisher.publish(Array(foreign.utf8), to: "\(folder)/set/manifest.json")
    let files = Self.files(of: "build")
    #expect(throws: RequestMistake.self) { try Publisher.publish(files, to: "\(folder)/set") }
    #expect(try Files.read("\(folder)/set/manifest.json") == Array(foreign.utf8))
    #expect(try Files.names(in: "\(folder)/set", hidden: true) == ["manifest.json"])
  }

  @Test func `what is withdrawn leaves what is not ours`() throws {
    let folder = TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Publisher.publish(Self.files(of: "build"), to: "\(folder)/set")
    try Publisher.publish(Array("mine".utf8), to: "\(folder)/set/notes/mine.txt")
    try Publisher.withdraw("\(folder)/set")
    #expect(try Files.paths(beneath: folder, hidden: true) == ["set/notes/mine.txt"])
    try Publisher.withdraw("\(folder)/set")
    #expect(try Files.paths(beneath: folder, hidden: true) == ["set/notes/mine.txt"])
  }
}
