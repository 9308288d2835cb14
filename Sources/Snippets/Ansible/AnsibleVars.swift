internal import Diagnostics
internal import Languages

/// Checks the variables of a vars.yml against a catalog.
struct AnsibleVars {
  let catalog: VariableCatalog
  /// The text of the file.
  let source: [UInt8]
  let set: VariableSet
  let expressions: VariableExpressions

  /// Returns what is wrong with the variables of a file, in the order of the text.
  ///
  /// - Parameters:
  ///   - tree: of the file, or of a part of it.
  ///   - source: its text.
  ///   - catalog: whose variables count.
  ///   - fragment: the keys that lead to the part; empty for a whole file.
  /// - Returns: the findings.
  static func check(
    _ tree: YAMLTree,
    _ source: [UInt8],
    against catalog: VariableCatalog,
    fragment: [String]
  ) -> [Diagnostic] {
    guard let root = tree.root else { return [] }
    if let variable = fragment.first {
      return AnsibleVars(partOf: variable, root, source, catalog).check(root, at: fragment)
    }
    guard root.isMapping else { return root.isNull ? [] : [.notVariables(at: root.range)] }
    let check = AnsibleVars(root, source, catalog)
    return check.checkNames() + check.checkExpressions() + check.refusals() + check.missing()
      + catalog.conflicts.compactMap { $0.finding(in: check.set) }
  }

  private init(_ root: YAMLNode, _ source: [UInt8], _ catalog: VariableCatalog) {
    self.catalog = catalog
    self.source = source
    set = VariableSet(root.mergedEntries)
    expressions = VariableExpressions(set)
  }

  private init(
    partOf variable: String,
    _ value: YAMLNode,
    _ source: [UInt8],
    _ catalog: VariableCatalog
  ) {
    self.catalog = catalog
    self.source = source
    set = VariableSet([])
    expressions = VariableExpressions(in: value, of: variable)
  }

  /// Checks a fence that shows the value of one variable, or a part of it.
  private func check(_ root: YAMLNode, at path: [String]) -> [Diagnostic] {
    let variable = path[0]
    let place = root.range.lowerBound..<min(root.range.lowerBound + 1, source.count)
    guard case .current(let entry) = catalog.fate(of: variable) else {
      return check(name: variable, at: place, isKey: false)
    }
    return (path.count == 1 ? check(root, of: variable, against: entry) : []) + checkExpressions()
  }

  // MARK: Names

  private func checkNames() -> [Diagnostic] {
    set.entries.flatMap { key, value -> [Diagnostic] in
      guard case .current(let entry) = catalog.fate(of: key.text) else {
        return check(name: key.text, at: key.range, isKey: true)
      }
      if entry.hasNoEffect { return [.noEffect(key.text, at: key.range)] }
      return check(value, of: key.text, against: entry)
    }
  }

  /// Returns what is wrong with a name that is set or, in an expression, read.
  func check(name: String, at range: Range<Int>, isKey: Bool) -> [Diagnostic] {
    switch catalog.fate(of: name) {
    case .current: return []
    case .renamed(let new):
      let isFree = !isKey || set[new] == nil
      return [.renamedVariable(name, to: new, at: range, catalog.name, isFree: isFree)]
    case .removed(let successors):
      if let advice = catalog.advice.misconceptions[name] {
        return [.misconceived(name, advice, at: range)]
      }
      return [.removedVariable(name, successors: successors, at: range, catalog.name)]
    case .unknown: return unknown(name, at: range, isKey: isKey)
    }
  }

  private func unknown(_ name: String, at range: Range<Int>, isKey: Bool) -> [Diagnostic] {
    if name.hasPrefix("ansible_") || name.hasPrefix("vault_") { return [] }
    if let advice = catalog.advice.misconceptions[name] {
      return [.misconceived(name, advice, at: range)]
    }
    let isSlip = !catalog.slips(of: name).isEmpty
    // What the file's own expressions ask for is a variable of the author's.
    if isKey, !isSlip, expressions.names.contains(name) { return [] }
    if !isSlip, catalog.mayBeUnverified(name) {
      return [.unverifiedVariable(name, at: range, catalog.name)]
    }
    let near = catalog.nearest(to: name).filter { !isKey || set[$0] == nil }
    guard isKey else {
      return [.unknownInExpression(name, at: range, nearest: near, catalog.name)]
    }
    return [.unknownVariable(name, at: range, nearest: near, catalog.name)]
  }
}
