import FoundationEssentials
import Testing

/// The machine serves any guides, so what the guides of this repository are about stands in
/// `content` alone.
@Suite struct NeutralityTests {
  /// What the guides deploy and docbuild has no checker for.
  private static let products: Set<String> = [
    "cinny", "devture", "etherpad", "hydrogen", "jitsi", "ketesa", "mdad", "sable", "synapse",
  ]

  private static func words(of text: [UInt8]) -> Set<String> {
    let words = text.split { byte in
      !(byte == UInt8(ascii: "_") || 48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte)
    }
    return Set(words.map { String(decoding: $0, as: UTF8.self) })
  }

  /// Each word of the sources and templates, with a file that has it.
  private static func wordsOfMachine() throws -> [String: String] {
    var found: [String: String] = [:]
    for folder in ["Sources", "site-templates"] {
      for (path, text) in try Fixtures.tree("\(Fixtures.package)/\(folder)") {
        for word in words(of: text) { found[word] = "\(folder)/\(path)" }
      }
    }
    return found
  }

  /// The names, of today and of the past, in the catalogs of the guides.
  private static func variables() throws -> Set<String> {
    var names: Set<String> = []
    for (path, text) in try Fixtures.tree("\(Fixtures.package)/content/catalogs") {
      let column = path.hasSuffix(".renames.tsv") ? 1 : 0
      guard column == 1 || path.split(separator: ".").count == 2 else { continue }
      for line in text.split(separator: UInt8(ascii: "\n")).dropFirst() {
        let cells = line.split(separator: UInt8(ascii: "\t"))
        guard cells.count > column else { continue }
        let name = String(decoding: cells[column], as: UTF8.self)
        if name.contains("_") { names.insert(name) }
      }
    }
    return names
  }

  @Test func `no variable of the guides' catalogs stands in the machine`() throws {
    let variables = try Self.variables()
    #expect(variables.count > 8_000)
    let words = try Self.wordsOfMachine()
    #expect(words.count > 4_000)
    let told = words.filter { variables.contains($0.key) }
    #expect(told.isEmpty, "\(told)")
  }

  @Test func `no product of the guides stands in the machine`() throws {
    let told = try Self.wordsOfMachine().filter { word, _ in
      word.lowercased().split(separator: "_").contains { Self.products.contains(String($0)) }
    }
    #expect(told.isEmpty, "\(told)")
  }
}
