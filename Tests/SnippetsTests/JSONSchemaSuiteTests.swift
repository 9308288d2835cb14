import FoundationEssentials
import Testing

@testable import Snippets

/// Runs the required draft-07 tests of the official JSON Schema test suite.
@Suite struct JSONSchemaSuiteTests {
  static let folder = #filePath.replacing(
    "Tests/SnippetsTests/JSONSchemaSuiteTests.swift",
    with: ".build/json-schema-test-suite/"
  )

  static func names(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder + folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }

  static let files = names("tests/draft7")

  /// The documents that the suite serves, by the addresses at which it expects them.
  static let documents: [String: TypedValue] = {
    var documents: [String: TypedValue] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder + "remotes")) ?? []
    where path.hasSuffix(".json") {
      documents["http://localhost:1234/\(path)"] = try? read("remotes/\(path)")
    }
    let metaschema = "http://json-schema.org/draft-07/schema"
    documents[metaschema] = try? read("metaschemas/draft7/metaschema.json")
    return documents
  }()

  static func read(_ path: String) throws -> TypedValue {
    try JSONReader.read(Array(Data(contentsOf: URL(filePath: folder + path))))
  }

  @Test func `the suite is complete`() throws {
    let count = try Self.files.map { file in
      try Self.read("tests/draft7/" + file).elements.reduce(0) {
        $0 + ($1["tests"]?.elements.count ?? 0)
      }
    }.reduce(0, +)
    #expect(count >= 900)
  }

  @Test(arguments: files)
  func `every test of a file is judged as it expects`(file: String) throws {
    for group in try Self.read("tests/draft7/" + file).elements {
      let schema = try #require(group["schema"])
      let compiled = SchemaCompiler.compile(schema, documents: Self.documents)
      #expect(compiled.mistakes == [], "\(group["description"]?.string ?? "")")
      let validator = SchemaValidator(compiled.schema, assertsFormats: false)
      for test in group["tests"]?.elements ?? [] {
        let failures = validator.failures(of: try #require(test["data"]))
        #expect(
          failures.isEmpty == test["valid"]?.bool,
          "\(group["description"]?.string ?? ""): \(test["description"]?.string ?? "")"
        )
      }
    }
  }
}
