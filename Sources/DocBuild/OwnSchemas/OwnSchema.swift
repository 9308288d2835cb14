internal import Diagnostics

/// A JSON Schema of one of docbuild's own files, so that editors complete and check it.
package enum OwnSchema: String, CaseIterable, Sendable {
  case keys
  case servers
  case data
  case customer
  case project

  /// Returns the schema as JSON (draft-07).
  ///
  /// - Parameter compilation: the project whose keys and groups the schemas of `data` and `customer`
  ///   know.
  /// - Returns: indented JSON.
  package func text(for compilation: Compilation) -> String {
    let declarations = compilation.project.declarations
    switch self {
    case .keys: return JSONNode.document("keys.yml", FileShape.keys.schema).printed()
    case .servers: return JSONNode.document("servers.yml", FileShape.servers.schema).printed()
    case .project: return JSONNode.document("docbuild.yml", FileShape.project.schema).printed()
    case .data:
      let schema = DataSchema(declarations: declarations, isOverlay: false).schema
      return JSONNode.document("Values of a scale, or of all", schema).printed()
    case .customer:
      let schema = DataSchema(
        declarations: declarations,
        isOverlay: true,
        scales: compilation.project.config.scales.map(\.id)
      ).schema
      return JSONNode.document("Overlay of a customer", schema).printed()
    }
  }
}
