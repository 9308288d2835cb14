public import Diagnostics
internal import Languages

extension Rule {
  /// A merge key that merges nothing.
  public static let merge = Rule(
    "yaml/merge",
    reports: "A merge key (`<<`) whose value is neither a mapping nor a list of mappings.",
    why: "The program rejects the whole file.",
    fires: .yaml("ports: &ports [80, 443]\nweb: { <<: *ports, name: web }"),
    fixed: .yaml("common: &common { ports: [80, 443] }\nweb: { <<: *common, name: web }")
  )
}

extension Diagnostic {
  static func merges(in source: YAMLSource) -> [Diagnostic] {
    source.tree.nodes.filter { $0.isMapping && !$0.isAlias }.flatMap { mapping in
      mapping.entries.filter(\.key.isMergeKey).flatMap { key, value -> [Diagnostic] in
        // What an alias stands for is wrong where the alias stands.
        if value.isAlias, value.isSequence {
          return value.elements.allSatisfy(\.isMapping)
            ? [] : [noMerge("a list of other values", at: value.range)]
        }
        return (value.isSequence ? value.elements : [value]).filter { part in
          // What stands for an unknown alias is reported already.
          !part.isMapping && (part.isAlias || source.text[part.range].first != UInt8(ascii: "*"))
        }.map { part in
          let what = part.isSequence ? "a list" : part.isNull ? "nothing" : "a string"
          return noMerge(what, at: part.range.isEmpty ? key.range : part.range)
        }
      }
    }
  }

  private static func noMerge(_ what: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .merge,
      at: range,
      "expected a mapping or a list of mappings for `<<`, found \(what)"
    )
  }
}
