internal import DocBuild

extension ValueTable {
  /// The paths in which sets are compared, in the order of their declarations: a value that all
  /// servers of a group share stands once.
  var comparedPaths: [String] {
    let groups = declarations.groups.flatMap { group -> [String] in
      let base = "servers.\(group.id)"
      let shared = group.fields.filter { $0.source != .customer }.map { "\(base).\($0.key)" }
      let members = (0..<(counts[group.id] ?? 0)).flatMap { index in
        group.fields.filter { $0.source == .customer }.map { "\(base).\(index + 1).\($0.key)" }
      }
      return ["\(base).count"] + shared + members
    }
    return groups + declarations.order
  }
}
