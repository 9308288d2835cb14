package import Diagnostics
internal import Values

/// Checks the values of a set against the constraints of keys.yml.
///
/// Given values are compared with given ones and examples with examples; a mixed pair waits
/// until both are given.
package struct ConstraintCheck {
  private let values: ValueTable

  /// Returns the constraints that a set does not meet.
  package static func check(_ values: ValueTable) -> [Diagnostic] {
    let check = ConstraintCheck(values: values)
    return check.networks() + values.declarations.constraints.flatMap(check.check)
  }

  /// Returns where a larger scale has less than a smaller one.
  ///
  /// - Parameter tables: the values of the scales, the smallest first.
  /// - Returns: a finding for each value that falls.
  static func checkMonotone(_ tables: [ValueTable]) -> [Diagnostic] {
    guard let declarations = tables.first?.declarations else { return [] }
    var findings: [Diagnostic] = []
    for constraint in declarations.constraints {
      guard case .monotone(let patterns) = constraint.kind else { continue }
      for (smaller, larger) in zip(tables, tables.dropFirst()) {
        for (path, entry) in larger.matches(of: patterns) {
          guard let before = smaller.entry(at: path),
            !before.isStandIn, let low = before.value.amount, let high = entry.value.amount,
            high < low
          else { continue }
          findings.append(
            .constraint(constraint, path, entry, other: (path, before), smaller.set.scale)
          )
        }
      }
    }
    return findings
  }

  /// An address whose key says `in:` lies in that network.
  private func networks() -> [Diagnostic] {
    values.paths.compactMap { path in
      guard let entry = values.entry(at: path), let key = entry.declaration.type.within,
        let network = values.entry(at: key), !entry.isStandIn, !network.isStandIn,
        case .cidr(let base, let prefix) = network.value, entry.isOpen == network.isOpen,
        entry.value.addresses.contains(where: { $0.network(prefix: prefix) != base })
      else { return nil }
      return .outsideNetwork(path, entry, network: (key, network))
    }
  }

  private func check(_ constraint: Constraint) -> [Diagnostic] {
    switch constraint.kind {
    case .monotone: return []
    case .distinct(let patterns):
      return pairs(patterns, constraint) { $0.value == $1.value }
    case .same(let patterns):
      return strangers(patterns, constraint)
    case .disjoint(let patterns):
      return pairs(patterns, constraint) { first, second in
        guard let a = first.value.ports, let b = second.value.ports else { return false }
        return a.overlaps(b)
      }
    case .expect(let expression): return expectation(expression, constraint)
    }
  }

  /// Reports the first pair that breaks a constraint for each of its second members.
  private func pairs(
    _ patterns: [String],
    _ constraint: Constraint,
    _ isBroken: (ValueEntry, ValueEntry) -> Bool
  ) -> [Diagnostic] {
    let matches = values.matches(of: patterns)
    return matches.indices.compactMap { index in
      let (path, entry) = matches[index]
      let other = matches[..<index].first { candidate in
        candidate.entry.isOpen == entry.isOpen && isBroken(candidate.entry, entry)
      }
      return other.map { .constraint(constraint, path, entry, other: $0, nil) }
    }
  }

  /// Reports each value that is not that of the first.
  private func strangers(_ patterns: [String], _ constraint: Constraint) -> [Diagnostic] {
    let matches = values.matches(of: patterns)
    return matches.compactMap { path, entry in
      let first = matches.first { $0.entry.isOpen == entry.isOpen }
      guard let first, first.entry.value != entry.value else { return nil }
      return .constraint(constraint, path, entry, other: first, nil)
    }
  }

  private func expectation(_ expression: Expression, _ constraint: Constraint) -> [Diagnostic] {
    let inputs = expression.paths.flatMap { values.matches(of: [$0.path]) }
    // A value that is wrong or missing is reported where it stands.
    guard !expression.paths.contains(where: { values.hasStandIn(at: $0.path) }) else { return [] }
    let customers = inputs.map(\.entry).filter { $0.isOpen || $0.state == .filled }
    guard Set(customers.map(\.isOpen)).count <= 1 else { return [] }
    switch expression.evaluate({ values.bindings(at: $0) }) {
    case .failure(let mistake):
      return [
        .wrongExpression(
          mistake,
          at: constraint.places.first ?? constraint.location,
          in: values,
          .wrongDeclaration
        )
      ]
    case .success(let result):
      guard case .bool(let holds) = result.value else {
        let mistake = ExpressionMistake("expected a condition that is true or false", at: 0..<0)
        return [
          .wrongExpression(
            mistake,
            at: constraint.places.first ?? constraint.location,
            in: values,
            .wrongDeclaration
          )
        ]
      }
      guard !holds else { return [] }
      return [.expectation(constraint, inputs: inputs)]
    }
  }
}

extension ValueTable {
  /// The values whose paths match one of the patterns, sorted by path, each once; no secrets.
  package func matches(of patterns: [String]) -> [(path: String, entry: ValueEntry)] {
    let wanted = patterns.map(PathPattern.init)
    let literals = wanted.compactMap(\.literal)
    let fitting =
      literals.count == wanted.count
      ? Set(literals).sorted() : paths.filter { path in wanted.contains { $0.matches(path) } }
    return fitting.compactMap { path in
      guard let entry = entry(at: path), entry.state != .secret, !entry.isStandIn
      else { return nil }
      return (path, entry)
    }
  }
}

extension Value {
  /// The IPv4 addresses that it is or lists.
  fileprivate var addresses: [IPv4Address] {
    switch self {
    case .ipv4(let address): [address]
    case .list(let values): values.flatMap(\.addresses)
    default: []
    }
  }

  /// The ports that a port or a range of ports stands for.
  fileprivate var ports: ClosedRange<Int>? {
    switch self {
    case .int(let port): return port...port
    case .text(let range):
      let ends = range.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    default: return nil
    }
  }
}
