extension SchemaFailure {
  /// Returns the failures with each choice between schemas reduced to the branch that was meant.
  ///
  /// Branches for another type than the value's are not what the author wrote, nor are those whose
  /// fixed value of a key, such as `type: bind`, is another; of the rest the one that fits deepest is.
  package static func reduced(_ failures: [SchemaFailure]) -> [SchemaFailure] {
    failures.flatMap { failure -> [SchemaFailure] in
      guard case .alternatives(let branches) = failure.reason else { return [failure] }
      return failure.reduced(to: branches.map(reduced))
    }
  }

  private func reduced(to branches: [[SchemaFailure]]) -> [SchemaFailure] {
    if let keys = Self.missingKeys(branches), keys.count > 1 { return [with(.missingOne(keys))] }
    let typed = branches.filter { branch in
      !branch.contains { inner in
        if case .type = inner.reason { return inner.range == range }
        return false
      }
    }
    guard !typed.isEmpty else { return [union(of: branches)] }
    let kindred = typed.filter { branch in !branch.contains(where: isOtherKind) }
    if kindred.isEmpty, let values = otherKinds(typed) { return [values] }
    let best = (kindred.isEmpty ? typed : kindred).max { Self.score($0) < Self.score($1) }
    return best ?? [self]
  }

  private func with(_ reason: Reason) -> SchemaFailure {
    var copy = self
    copy.reason = reason
    return copy
  }

  /// The keys, where all that each branch lacks is one of them.
  private static func missingKeys(_ branches: [[SchemaFailure]]) -> [String]? {
    var keys: [String] = []
    for branch in branches {
      guard branch.count == 1, case .missingKey(let key) = branch[0].reason else { return nil }
      keys.append(key)
    }
    return keys
  }

  /// How well a branch fits: the depth of its failures, then how few they are.
  private static func score(_ branch: [SchemaFailure]) -> (Int, Int) {
    (branch.map(\.depth).min() ?? .max, -branch.count)
  }

  /// Whether a failure in a branch says that a key has another fixed value than the branch's.
  private func isOtherKind(_ inner: SchemaFailure) -> Bool {
    guard case .notAmong(let values, let found) = inner.reason, inner.depth == depth + 1 else {
      return false
    }
    return found.string != nil && values.count == 1
  }

  /// All branches have other fixed values for one key: one failure that names them all.
  private func otherKinds(_ branches: [[SchemaFailure]]) -> SchemaFailure? {
    let failures = branches.compactMap { $0.first(where: isOtherKind) }
    guard let first = failures.first, failures.allSatisfy({ $0.range == first.range }),
      case .notAmong(_, let found) = first.reason
    else { return nil }
    let values = failures.flatMap { failure -> [TypedValue] in
      if case .notAmong(let values, _) = failure.reason { return values }
      return []
    }
    return first.with(.notAmong(values, found: found))
  }

  /// All branches want other types: one failure that names them all.
  private func union(of branches: [[SchemaFailure]]) -> SchemaFailure {
    var kinds: [TypedValue.Kind] = []
    var result = self
    for case .type(let wanted, let found) in branches.joined().map(\.reason) {
      kinds += wanted.filter { !kinds.contains($0) }
      result.reason = .type(kinds, found: found)
    }
    return result
  }
}
