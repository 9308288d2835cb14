internal import Diagnostics
internal import Languages

extension Format {
  /// Creates the format of YAML files that are held to a schema of the tool.
  ///
  /// - Parameters:
  ///   - schema: a JSON Schema of draft-07.
  ///   - dialect: who reads the files.
  ///   - rules: what the schema's failures are findings of.
  ///   - checks: what the program refuses beyond what its schema can say.
  ///   - facts: what its files say to those of other programs.
  ///   - maps: keys of mappings in which a key without a value is not as good as none.
  init(
    schema: SchemaOfTool,
    _ dialect: YAMLDialect,
    rules: SchemaRules,
    checks: [Check<Read<TypedValue>>] = [],
    facts: FileFacts? = nil,
    maps: Set<String> = []
  ) {
    let form = Form.yaml(dialect) { part in
      part.tree.documents.flatMap { document in
        let value = TypedValue.value(of: document, dialect)
        // What lies behind a limit is missing for no mistake of its own.
        guard value.diagnostics.isEmpty else { return value.diagnostics }
        let isFields = dialect == .goFields
        let whole = (isFields ? value.value.asFields : value.value).standing(at: part.fragment)
        let root = isFields ? whole.withoutNulls(except: maps) : whole
        let verdict = schema.validator.verdict(on: whole, inFields: isFields)
        let findings = SchemaCheck(root: whole, rules: rules).findings(of: verdict)
        // What is wrong with a mapping itself often makes it wrong as a whole, too.
        let broken = Set(
          findings.filter { $0.severity == .error }.map {
            root.innermostMapping(around: $0.location.range)
          }
        )
        let keys = root.keyRanges { broken.contains($0) }
        let others = checks.flatMap { $0.findings(in: Read(tree: root, text: part.text)) }.filter {
          !broken.contains(root.innermostMapping(around: $0.location.range))
            && !keys.contains($0.location.range)
        }
        return findings + others
      } + Diagnostic.severalDocuments(in: part.tree, part.text)
    }
    self.init(form, rules: rules.all + checks.flatMap(\.rules), facts: facts)
  }
}

/// A schema that comes with the tool, compiled when it is first asked for.
final class SchemaOfTool: Sendable {
  private let compiled: Lazy<SchemaValidator>

  /// Creates a schema from its JSON.
  init(_ text: @escaping @autoclosure @Sendable () -> [UInt8]) {
    compiled = Lazy { Self.validator(text()) }
  }

  var validator: SchemaValidator { compiled.value }

  private static func validator(_ text: [UInt8]) -> SchemaValidator {
    do throws(JSONReader.Mistake) {
      let (schema, mistakes) = SchemaCompiler.compile(
        try JSONReader.read(text),
        standard: .draft7
      )
      precondition(mistakes.isEmpty, "a schema of the tool is wrong: \(mistakes)")
      return SchemaValidator(schema)
    } catch {
      preconditionFailure("a schema of the tool is not JSON: \(error)")
    }
  }
}
