import Diagnostics
import Snippets
import Testing

/// Whole files of every kind, broken and sound, in `Fixtures/snippets/KIND`.
///
/// The first line of a broken file says in a comment what is found, each with line and column:
/// `# expect redis/type 3:6, redis/unknown-key 4:1`. Behind a `;` it may say that the program
/// itself `accepts` the file; the others it refuses, which `Tests/Judges/corpus` asks it. A sound
/// file gives no finding at all.
@Suite struct SnippetCorpusTests {
  static let folder = Fixtures.folder + "/snippets"

  static let broken = files("broken")
  static let sound = files("sound")

  @Test func `there are files of many kinds`() {
    #expect(Self.broken.count >= 140)
    #expect(Self.sound.count >= 30)
  }

  @Test(arguments: broken)
  func `a broken file gives what its first line says`(path: String) throws {
    let text = try Fixtures.bytes(Self.folder + "/" + path)
    let expected = Self.expectations(in: text)
    #expect(!expected.isEmpty)
    let found = try Self.findings(in: text, of: path)
    let places = found.filter { $0.severity == .error || expected.contains($0.place) }
    #expect(places.map(\.place) == expected, "\(found.map { "\($0.place): \($0.message)" })")
  }

  @Test(arguments: sound)
  func `a sound file gives no finding`(path: String) throws {
    let found = try Self.findings(in: Fixtures.bytes(Self.folder + "/" + path), of: path)
    #expect(found.isEmpty, "\(found.map { "\($0.place): \($0.message)" })")
  }

  private struct Finding {
    var place: String
    var severity: Severity
    var message: String
  }

  private static func findings(in text: [UInt8], of path: String) throws -> [Finding] {
    let name = path.split(separator: "/").first.map(String.init) ?? ""
    let isFormat = SnippetKind.formatNames.contains(name)
    try #require(isFormat || SnippetKind.schemaNames.contains(name))
    let checker = SnippetChecker(catalogs: [:])
    let source = SourceFile(path: path, bytes: text)
    return checker.check(text, as: isFormat ? .format(name) : .tool(name))
      .sorted { ($0.location.range.lowerBound, $0.rule) < ($1.location.range.lowerBound, $1.rule) }
      .map { finding in
        let position = source.position(at: finding.location.range.lowerBound)
        return Finding(
          place: "\(finding.rule) \(position.line):\(position.column)",
          severity: finding.severity,
          message: finding.message
        )
      }
  }

  private static func expectations(in text: [UInt8]) -> [String] {
    let first = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard let list = first.split(separator: "expect ").last?.split(separator: ";").first else {
      return []
    }
    return list.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
  }

  private static func files(_ part: String) -> [String] {
    let kinds = (try? Fixtures.names(in: folder)) ?? []
    return kinds.flatMap { kind in
      ((try? Fixtures.names(in: "\(folder)/\(kind)/\(part)")) ?? []).map { "\(kind)/\(part)/\($0)" }
    }
  }
}
