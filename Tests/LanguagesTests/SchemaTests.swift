@testable import Languages
import Text
import Testing

@Suite struct SchemaTests {
  private static func compile(
    _ text: String
  ) throws -> (schema: JSONSchema, mistakes: [SchemaCompiler.Mistake]) {
    SchemaCompiler.compile(try JSONReader.read(Array(text.utf8)))
  }

  @Test func `a long chain of references neither overflows nor passes unchecked`() throws {
    let count = 20_000
    let links = (0..<count).map { "\"d\($0)\": { \"$ref\": \"#/$defs/d\($0 + 1)\" }" }
    let text =
      "{ \"$ref\": \"#/$defs/d0\", \"$defs\": { \(links.joined(separator: ", ")), "
      + "\"d\(count)\": false } }"
    let (schema, mistakes) = try Self.compile(text)
    #expect(mistakes == [])
    let failures = SchemaValidator(schema).failures(of: TypedValue(.null, at: 0..<1))
    #expect(failures.count == 1)
  }

  @Test func `a schema that asks for endless work is given up, once`() throws {
    let levels = (0..<40).map {
      "\"d\($0)\": { \"allOf\": [{ \"$ref\": \"#/$defs/d\($0 + 1)\" }, "
        + "{ \"$ref\": \"#/$defs/d\($0 + 1)\" }] }"
    }
    let text =
      "{ \"$ref\": \"#/$defs/d0\", \"$defs\": { \(levels.joined(separator: ", ")), \"d40\": true } }"
    let (schema, _) = try Self.compile(text)
    let failures = SchemaValidator(schema).failures(of: TypedValue(.null, at: 0..<1))
    #expect(failures.count == 1)
    guard case .tooMuch? = failures.first?.reason else {
      Issue.record("another failure")
      return
    }
  }

  @Test func `a circle through a dynamic reference ends`() throws {
    let text = """
      { "$id": "https://example.org/a", "$dynamicAnchor": "x", "$ref": "b",
        "$defs": { "b": { "$id": "b", "$dynamicRef": "#x",
          "$defs": { "x": { "$dynamicAnchor": "x" } } } } }
      """
    let (schema, _) = try Self.compile(text)
    #expect(SchemaValidator(schema).failures(of: TypedValue(.null, at: 0..<1)).count == 1)
  }

  @Test func `what is deprecated is named only in the form that fits`() throws {
    let text = """
      { "oneOf": [{ "type": "string", "deprecated": true }, { "type": "object",
        "properties": { "old": { "deprecated": true, "description": "Use new." } } }],
        "not": { "required": ["gone"], "properties": { "gone": { "deprecated": true } } } }
      """
    let (schema, _) = try Self.compile(text)
    let value = try JSONReader.read(Array("{ \"old\": 1, \"new\": 2 }".utf8))
    let verdict = SchemaValidator(schema).verdict(on: value)
    #expect(verdict.failures.isEmpty)
    #expect(verdict.deprecated.map(\.deprecation.reason) == ["Use new."])
  }

  @Test func `many equal elements are found without comparing each with each`() throws {
    let (schema, _) = try Self.compile("{ \"uniqueItems\": true }")
    let elements = (0..<20_000).map { TypedValue(.number(Double($0)), at: $0..<($0 + 1)) }
    let validator = SchemaValidator(schema)
    #expect(validator.failures(of: TypedValue(.array(elements), at: 0..<1)).isEmpty)
    let last = TypedValue(.number(7), at: 30_000..<30_001)
    let failures = validator.failures(of: TypedValue(.array(elements + [last]), at: 0..<1))
    #expect(failures.map(\.range) == [30_000..<30_001])
  }

  /// Judged by hand after ECMA-262 with the flag `u`.
  @Test(arguments: [
    ("^\\d+$", "12", true), ("^\\d+$", "१२", false), ("^\\w+$", "é", false), ("^a$", "a\n", false),
    ("^\\s$", "\u{FEFF}", true), ("^\\s$", "\u{85}", false), ("^[\\s]$", "\u{2003}", true),
    ("^\\S$", "\u{A0}", false), ("^[^\\S]$", "\u{A0}", true), ("^\\cA$", "\u{1}", true),
    ("^.$", "\u{2028}", false), ("^\\v$", "\u{B}", true), ("^\\v$", "\n", false),
    ("^[[:alpha:]]$", "a]", true), ("^\\p{Lu}\\p{Letter}$", "Éa", true),
    ("^\\x41\\u0042$", "AB", true),
    ("^\\u{1F600}$", "😀", true), ("^\\uD83D\\uDE00$", "😀", true), ("(a)\\1", "aa", true),
    ("^a{2}$", "aa", true), ("^{a}$", "{a}", true), ("^a{,2}$", "a{,2}", true), ("[]", "", false),
    ("^[^]$", "\n", true), ("^(?<year>\\d{4})-\\k<year>$", "2024-2024", true),
    ("^\\-\\/$", "-/", true),
  ])
  func `an expression means what ECMAScript means`(
    pattern: String,
    text: String,
    fits: Bool
  ) throws {
    let pattern = try #require(Pattern(pattern))
    #expect(pattern.occurs(in: text) == fits)
  }

  @Test(arguments: [
    "\\Z", "\\a", "\\A", "\\z", "\\G", "\\h", "\\R", "a++", "a**", "(?>a)", "(?P<n>a)", "(?i)a",
    "(*FAIL)", "(?#x)", "\\c1", "\\u12", "\\x1", "\\u{110000}", "\\pL", "\\p{Nonsense}", "(", "[a",
    "\\", "[b-a]", "\\8",
  ])
  func `what ECMAScript does not have is no expression`(pattern: String) {
    #expect(Pattern(pattern) == nil)
  }
}
