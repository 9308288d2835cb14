import FoundationEssentials
@testable import Languages
import Testing

/// Runs the required tests of the official JSON Schema test suite, and those of its optional ones
/// about formats that are asserted, where the copy has them.
@Suite struct JSONSchemaSuiteTests {
  static let folder = #filePath.replacing(
    "Tests/LanguagesTests/JSONSchemaSuiteTests.swift",
    with: ".build/json-schema-test-suite/"
  )

  /// A file of the suite with the dialect of schemas that name none.
  struct File: Sendable, CustomTestStringConvertible {
    var path: String
    var dialect: SchemaDialect

    var testDescription: String { path }
  }

  static func files(_ folder: String, _ dialect: SchemaDialect) -> [File] {
    let path = "tests/\(folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder + path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().map {
      File(path: "\(path)/\($0)", dialect: dialect)
    }
  }

  static let draft7 = files("draft7", .draft7)
  static let draft2020 = files("draft2020-12", .draft2020)

  /// The formats that are asserted, and the expressions of ECMAScript.
  static let optional = [("draft7", SchemaDialect.draft7), ("draft2020-12", .draft2020)]
    .flatMap { draft, dialect in
      files("\(draft)/optional/format", dialect) + files("\(draft)/optional", dialect)
    }
    .filter { file in
      let name = file.path.split(separator: "/").last?.dropLast(5) ?? ""
      return SchemaFormat.named[String(name)] != nil
        || ["ecmascript-regex", "cross-draft", "non-bmp-regex", "unknownKeyword"].contains(name)
    }

  /// The documents that the suite serves, by the addresses at which it expects them.
  static let documents: [String: TypedValue] = {
    var documents: [String: TypedValue] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder + "remotes")) ?? []
    where path.hasSuffix(".json") {
      documents["http://localhost:1234/\(path)"] = try? read("remotes/\(path)")
    }
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder + "metaschemas")) ?? []
    {
      guard let document = try? read("metaschemas/\(path)"), let id = document["$id"]?.string else {
        continue
      }
      documents[id.hasSuffix("#") ? String(id.dropLast()) : id] = document
    }
    return documents
  }()

  static func read(_ path: String) throws -> TypedValue {
    try JSONReader.read(Array(Data(contentsOf: URL(filePath: folder + path))))
  }

  static func count(_ files: [File]) throws -> Int {
    try files.map { file in
      try read(file.path).elements.reduce(0) { $0 + ($1["tests"]?.elements.count ?? 0) }
    }.reduce(0, +)
  }

  @Test func `the suite is complete`() throws {
    #expect(try Self.count(Self.draft7) >= 913)
    #expect(try Self.count(Self.draft2020) >= 1257)
  }

  @Test(arguments: draft7 + draft2020 + optional)
  func `every test of a file is judged as it expects`(file: File) throws {
    let isFormat = file.path.contains("/format/")
    for group in try Self.read(file.path).elements {
      let title = group["description"]?.string ?? ""
      let schema = try #require(group["schema"])
      let compiled = SchemaCompiler.compile(
        schema,
        documents: Self.documents,
        standard: file.dialect
      )
      let mistakes = compiled.mistakes.filter { !$0.isWarning }
      #expect(mistakes == [] || file.path.contains("/optional/"), "\(title)")
      let validator = SchemaValidator(compiled.schema, assertsFormats: isFormat)
      for test in group["tests"]?.elements ?? [] {
        let value = try #require(test["data"])
        let failures = validator.failures(of: value)
        #expect(
          (failures.isEmpty && mistakes.isEmpty) == test["valid"]?.bool,
          "\(title): \(test["description"]?.string ?? "")"
        )
      }
    }
  }
}
