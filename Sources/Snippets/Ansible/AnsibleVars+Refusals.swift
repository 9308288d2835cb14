internal import Diagnostics
internal import Languages

extension AnsibleVars {
  /// Returns what the roles' own validation would refuse.
  ///
  /// A file that shows only a part of the variables may leave out what a component needs; what it
  /// switches off, or sets twice over, is wrong in any file.
  func refusals() -> [Diagnostic] {
    var blamed: [String: Refused] = [:]
    var order: [String] = []
    for refusal in catalog.refusals where refusal.conditions.allSatisfy(set.holds) {
      let set = refusal.conditions.filter { self.set[$0.name] != nil }
      let missing = refusal.conditions.filter { $0.state == .unset }.map(\.name)
      guard let first = set.first,
        isWhole || missing.isEmpty || set.count > 1
          || set.contains(where: { $0.state == .off || !$0.name.hasSuffix("_enabled") })
      else { continue }
      if blamed[first.name] == nil { order.append(first.name) }
      var refused = blamed[first.name] ?? Refused(condition: first)
      refused.beside.append(contentsOf: set.dropFirst().filter { !refused.beside.contains($0) })
      refused.byDefault += refusal.conditions.filter {
        $0.isDefault && self.set[$0.name] == nil && $0.state == .on
          && !refused.byDefault.contains($0.name)
      }.map(\.name)
      refused.missing += missing.filter { !refused.missing.contains($0) }
      blamed[first.name] = refused
    }
    return order.compactMap { name in
      guard let refused = blamed[name], let blame = set[name] else { return nil }
      return .refused(refused, blame, in: set, catalog)
    }
  }

  /// A variable to blame, with all that is held against it.
  struct Refused {
    var condition: VariableCondition
    /// What the file sets beside it.
    var beside: [VariableCondition] = []
    /// What is set without the file.
    var byDefault: [String] = []
    /// What it would need.
    var missing: [String] = []
  }

  // MARK: Whole files

  /// Returns the variables that every installation sets and this one does not.
  func missing() -> [Diagnostic] {
    guard isWhole, let place = set.entries.first?.key.range else { return [] }
    let absent = catalog.required.filter { set[$0] == nil }
    guard !absent.isEmpty else { return [] }
    // A name that is misspelt is not missing, too.
    let meant = Set(set.entries.compactMap { catalog.slips(of: $0.key.text).first })
    return absent.filter { !meant.contains($0) }.map {
      .missingVariable($0, values: catalog.entry($0)?.values ?? [], at: place, catalog.name)
    }
  }

  /// Whether the file looks like all that is set for a server: it sets most of what every
  /// installation must, or much else beside one of these.
  private var isWhole: Bool {
    let given = catalog.required.count { set[$0] != nil }
    return given > 1 || given == 1 && set.entries.count >= 12
  }
}
