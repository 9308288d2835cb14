internal import Values

extension ValueTable {
  /// Returns what an expression reads at a path; `*` stands for any segment.
  func bindings(at path: String) -> [Binding]? {
    guard path.contains("*") else { return entry(at: path).map { [$0.binding] } }
    let pattern = PathPattern(path)
    let found = paths.filter(pattern.matches).compactMap { entry(at: $0)?.binding }
    return found.isEmpty ? nil : found
  }

  /// Evaluates the condition of an `if` block.
  func condition(_ text: String, scope: [String: String]) -> Result<Bool, ExpressionMistake> {
    Expression.parse(text).flatMap { expression in
      expression.evaluate { path in
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let full = scope[parts[0]] else { return bindings(at: path) }
        return bindings(at: parts.count > 1 ? "\(full).\(parts[1])" : full)
      }
    }.flatMap { result in
      guard case .bool(let holds) = result.value else {
        return .failure(
          ExpressionMistake("expected a condition that is true or false", at: 0..<text.utf8.count)
        )
      }
      return .success(holds)
    }
  }
}

extension ValueEntry {
  fileprivate var binding: Binding {
    Binding(
      value: value,
      kind: declaration.type.kind,
      placeholder: [.open, .secret, .computed].contains(state) ? hint : nil,
      withoutSecrets: state == .secret ? hint : withoutSecrets,
      isOpen: isOpen,
      isSecret: state == .secret || withoutSecrets != nil
    )
  }
}
