internal import Diagnostics

/// A JSON Schema of one of docbuild's own files, so that editors complete and check it.
package enum OwnSchema: String, CaseIterable, Sendable {
  case keys
  case servers
  case data
  case customer
  case project

  /// The schema as JSON (draft-07) where it is the same for every project; nothing for the files
  /// that depend on what a project declares.
  package var commonText: String? {
    switch self {
    case .keys: JSONNode.document("keys.yml", FileShape.keys.schema).printed()
    case .servers: JSONNode.document("servers.yml", FileShape.servers.schema).printed()
    case .project: JSONNode.document("docbuild.yml", FileShape.project.schema).printed()
    case .data, .customer: nil
    }
  }

  /// Returns the schema as JSON (draft-07).
  ///
  /// - Parameter compilation: the project whose keys and groups the schemas of `data` and `customer`
  ///   know.
  /// - Returns: indented JSON.
  package func text(for compilation: Compilation) -> String {
    let declarations = compilation.project.declarations
    switch self {
    case .keys, .servers, .project: return commonText ?? ""
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
