/// What the keywords of a schema mean: its draft, and the vocabularies of its metaschema.
package struct SchemaDialect: Sendable, Hashable {
  var draft: Draft
  /// Whether `type`, `minimum` and the other assertions count.
  var asserts = true
  /// Whether the metaschema demands that `format` is an assertion.
  var assertsFormats = false

  /// A draft of the standard.
  enum Draft: Sendable, Hashable, Comparable {
    /// Draft-06 is read as draft-07, of which it is a part.
    case draft7
    case draft2019
    case draft2020
  }

  package static let draft7 = SchemaDialect(draft: .draft7)
  static let draft2020 = SchemaDialect(draft: .draft2020)

  /// Returns the dialect that a `$schema` names; nothing where it is not read.
  ///
  /// - Parameters:
  ///   - uri: with `http` or `https`, with or without an empty fragment: all are in use.
  ///   - documents: metaschemas beside those of the standard, by URI.
  init?(named uri: String, among documents: [String: TypedValue]) {
    self.init(named: uri, among: documents, depth: 0)
  }

  private init(draft: Draft) { self.draft = draft }

  private init?(named uri: String, among documents: [String: TypedValue], depth: Int) {
    let name = URIReference(uri).document
    let path = name.drop { $0 != ":" }.dropFirst()
    switch path {
    case "//json-schema.org/draft/2020-12/schema": self = SchemaDialect(draft: .draft2020)
    case "//json-schema.org/draft/2019-09/schema": self = SchemaDialect(draft: .draft2019)
    case "//json-schema.org/draft-07/schema", "//json-schema.org/draft-06/schema":
      self = SchemaDialect(draft: .draft7)
    default:
      guard depth < 8, let metaschema = documents[name], let own = metaschema["$schema"]?.string,
        var dialect = SchemaDialect(named: own, among: documents, depth: depth + 1)
      else { return nil }
      if let vocabularies = metaschema["$vocabulary"]?.members {
        let names = vocabularies.map { $0.key.split(separator: "/").last.map(String.init) ?? "" }
        let isKnown = zip(vocabularies, names).allSatisfy { member, name in
          member.value.bool != true || Self.vocabularies.contains(name)
        }
        guard isKnown else { return nil }
        dialect.asserts = names.contains("validation")
        dialect.assertsFormats = names.contains("format-assertion")
      }
      self = dialect
    }
  }

  private static let vocabularies: Set<String> = [
    "core", "applicator", "unevaluated", "validation", "meta-data", "format", "format-annotation",
    "format-assertion", "content",
  ]
}
