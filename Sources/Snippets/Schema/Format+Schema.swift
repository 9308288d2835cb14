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
  init(
    schema: SchemaOfTool,
    _ dialect: YAMLDialect,
    rules: SchemaRules,
    checks: [Check<Read<TypedValue>>] = [],
    facts: FileFacts? = nil
  ) {
    let form = Form.yaml(dialect) { part in
      part.tree.documents.flatMap { document in
        let value = TypedValue.value(of: document, dialect)
        let root = value.value.standing(at: part.fragment)
        let verdict = schema.validator.verdict(on: root, inFields: dialect == .goFields)
        let findings = SchemaCheck(root: root, rules: rules).findings(of: verdict)
        // What is wrong with a mapping itself often makes it wrong as a whole, too.
        let broken = Set(
          findings.filter { $0.severity == .error }.map {
            root.innermostMapping(around: $0.location.range)
          }
        )
        let others = checks.flatMap { $0.findings(in: Read(tree: root, text: part.text)) }.filter {
          !broken.contains(root.innermostMapping(around: $0.location.range))
        }
        return value.diagnostics + findings + others
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
      preconditionFailure("a schema of the tool is no JSON: \(error)")
    }
  }
}
