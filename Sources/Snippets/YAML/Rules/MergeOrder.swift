public import Diagnostics
internal import Languages

extension Rule {
  /// A merge whose order means nothing, or the opposite of what it looks like.
  public static let mergeOrder = Rule(
    "yaml/merge-order",
    .warning,
    reports:
      "A merge key after a key that both sides have, or one that merges two mappings with the same key.",
    why: "The mapping's own key wins wherever `<<` is, and the first mapping of a list wins.",
    fires: .yaml("base: &base { retries: 3 }\nweb:\n  retries: 5\n  <<: *base"),
    fixed: .yaml("base: &base { retries: 3 }\nweb:\n  <<: *base\n  retries: 5")
  )
}

extension Diagnostic {
  static func mergeOrders(in reading: YAMLReading) -> [Diagnostic] {
    reading.tree.nodes.filter { $0.isMapping && !$0.isAlias }.flatMap { mapping in
      let entries = mapping.entries
      return entries.enumerated().filter { $1.key.isMergeKey }.flatMap { index, merge in
        lateMerge(merge, behind: entries[..<index].map(\.key)) + overlaps(in: merge.value)
      }
    }
  }

  /// A merge behind a key that it brings, too.
  private static func lateMerge(
    _ merge: (key: YAMLNode, value: YAMLNode),
    behind keys: [YAMLNode]
  ) -> [Diagnostic] {
    let sources = merge.value.isSequence ? merge.value.elements : [merge.value]
    let brought = Set(sources.flatMap(\.mergedEntries).map(\.key.text))
    guard let key = keys.first(where: { $0.isScalar && brought.contains($0.text) }) else {
      return []
    }
    return [
      Diagnostic(
        .mergeOrder,
        at: merge.key.range,
        "`<<` does not override `\(key.text)` above it; a mapping's own key always wins",
        notes: [Note("`\(key.text)` is set here", at: Location(range: key.range))]
      )
    ]
  }

  /// Two mappings of one list that have a key with different values.
  private static func overlaps(in list: YAMLNode) -> [Diagnostic] {
    var first: [String: YAMLNode] = [:]
    var findings: [Diagnostic] = []
    for source in list.elements {
      for (key, value) in source.mergedEntries where key.isScalar {
        guard let earlier = first[key.text] else {
          first[key.text] = value
          continue
        }
        guard earlier.target != value.target, !earlier.isScalar || earlier.text != value.text else {
          continue
        }
        findings.append(
          Diagnostic(
            .mergeOrder,
            at: source.range,
            "`\(key.text)` has no effect here; the first mapping of a merged list wins"
          )
        )
        break
      }
    }
    return findings
  }
}
