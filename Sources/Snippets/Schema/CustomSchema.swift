public import Diagnostics

/// A JSON Schema of a project's own.
public struct CustomSchema: Sendable {
  let validator: SchemaValidator

  /// Reads a schema (draft-07).
  ///
  /// - Parameter text: JSON.
  /// - Returns: the schema, as far as it could be read, and what is wrong with it.
  public static func read(_ text: [UInt8]) -> Outcome<CustomSchema> {
    do throws(JSONReader.Mistake) {
      let (schema, mistakes) = SchemaCompiler.compile(try JSONReader.read(text))
      return Outcome(
        CustomSchema(validator: SchemaValidator(schema)),
        mistakes.map { .brokenSchema($0.message, at: $0.range) }
      )
    } catch {
      let end = min(error.offset + 1, text.count)
      return Outcome(
        CustomSchema(validator: SchemaValidator(JSONSchema(nodes: [JSONSchema.Node()]))),
        [.brokenSchema(error.message, at: min(error.offset, end)..<end)]
      )
    }
  }
}
