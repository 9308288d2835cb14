public import Diagnostics
internal import Languages

/// A JSON Schema of a project's own.
public struct CustomSchema: Sendable {
  let validator: SchemaValidator

  /// What can be wrong with a schema, and with what is held to one.
  static let rules: [Rule] =
    SchemaRules.own.all + [.brokenSchema, .deprecatedKey, .divergentScalar]

  /// Reads the schemas of a project (draft-07, 2019-09 or 2020-12), which may refer to each other by
  /// path or `$id`.
  ///
  /// - Parameter files: JSON texts by path; `$ref` resolves against these paths.
  /// - Returns: the schemas by path, as far as they could be read, and what is wrong with them; each
  ///   place carries the path of its file.
  public static func read(_ files: [String: [UInt8]]) -> Outcome<[String: CustomSchema]> {
    var result = Outcome<[String: CustomSchema]>([:])
    var documents: [String: TypedValue] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      do throws(JSONReader.Mistake) {
        let root = try JSONReader.read(text)
        documents[path] = root
        guard let id = root["$id"]?.string else { continue }
        let name = URIReference(path).resolving(id).document
        documents[name] = documents[name] ?? root
      } catch {
        let start = min(error.offset, max(0, text.count - 1))
        let place = Location(path: path, range: start..<min(start + 1, text.count))
        result.diagnostics.append(.brokenSchema(error.message, at: place))
        result.value[path] = CustomSchema(
          validator: SchemaValidator(.everything)
        )
      }
    }
    var seen: Set<Diagnostic> = []
    for path in files.keys.sorted() {
      guard let root = documents[path] else { continue }
      let (schema, mistakes) = SchemaCompiler.compile(root, named: path, documents: documents)
      result.value[path] = CustomSchema(validator: SchemaValidator(schema))
      // What two files refer to is wrong once.
      result.diagnostics += mistakes.map { .brokenSchema($0) }.filter { seen.insert($0).inserted }
    }
    return result
  }
}

extension CustomSchema {
  /// Holds a document against the schema, as go-yaml reads it, and as PyYAML does.
  ///
  /// Nobody says who reads the file. What fits for go-yaml alone is a warning: the scalar lacks quotes.
  func findings(of document: YAMLNode, standingAt fragment: [String]) -> [Diagnostic] {
    let value = TypedValue.value(of: document, .goYAML)
    let root = value.value.standing(at: fragment)
    let check = SchemaCheck(root: root, rules: .own)
    let findings = value.diagnostics + check.findings(of: validator.verdict(on: root))
    let places = Set(findings.map(\.location.range))
    let other = TypedValue.resolved(document, by: .pyYAML).value.standing(at: fragment)
    guard other != root else { return findings }
    let divergent = SchemaFailure.reduced(validator.failures(of: other)).compactMap { failure in
      guard !places.contains(failure.range) else { return Diagnostic?.none }
      switch failure.reason {
      case .type(_, let found), .notAmong(_, let found):
        return found.plain.flatMap { Diagnostic.divergentScalar($0, at: failure.range) }
      default: return nil
      }
    }
    return findings + divergent
  }
}

extension Diagnostic {
  fileprivate static func brokenSchema(_ mistake: SchemaCompiler.Mistake) -> Diagnostic {
    let place = Location(path: mistake.document, range: mistake.range)
    var finding = Diagnostic.brokenSchema(mistake.message, at: place)
    if mistake.isWarning { finding.severity = .warning }
    finding.fixes = mistake.suggestions.map { name in
      .didYouMean(name, edits: [Edit(place, with: "\"\(name)\"")])
    }
    return finding
  }
}
