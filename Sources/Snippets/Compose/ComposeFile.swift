internal import Diagnostics
internal import Languages

/// A compose file as compose-go reads it: its documents merged, its texts turned to their types.
struct ComposeFile: Sendable {
  /// What the file says.
  let root: TypedValue
  /// What is wrong with the reading itself.
  private let mistakes: [Diagnostic]
  /// Whether some of it is missing because it lies behind a limit.
  private let isCut: Bool

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - tree: of the text.
  ///   - text: the YAML text.
  ///   - fragment: the keys that lead to a part; empty for a whole file.
  ///   - replace: what stands in the place of a text, where variables are put in.
  init(
    _ tree: YAMLTree,
    _ text: [UInt8],
    fragment: [String] = [],
    replacing replace: (TypedValue) -> TypedValue = { $0 }
  ) {
    var findings = tree.documents.flatMap { Diagnostic.keysThatAreNoTexts(in: $0) }
    var merged: TypedValue?
    var isCut = false
    for document in tree.documents {
      let value = TypedValue.value(of: document, .goYAML)
      findings += value.diagnostics
      isCut = isCut || !value.diagnostics.isEmpty
      merged = merged.map { value.value.merged(over: $0) } ?? value.value
    }
    let written = (merged ?? TypedValue(.null, at: 0..<0)).standing(at: fragment)
    findings += Interpolation.findings(in: written, text)
    let cast = ComposeCasts.cast(replace(written))
    root = ComposeLists.withoutRepeats(cast.value)
    if tree.documents.isEmpty, tree.isComplete {
      findings.append(.emptyFile(text))
    }
    mistakes = findings + cast.diagnostics
    self.isCut = isCut
  }

  /// Checks what the file says.
  ///
  /// - Parameters:
  ///   - scope: how much of the project is known.
  ///   - included: the roots of the files that it includes.
  /// - Returns: what is wrong.
  func check(_ scope: ComposeCheck.Scope, including included: [TypedValue] = []) -> [Diagnostic] {
    guard !isCut else { return mistakes }
    var verdict = SchemaOfTool.compose.validator.verdict(on: root)
    verdict.failures = SchemaFailure.withoutVariables(verdict.failures)
    let schema = SchemaCheck(root: root, rules: .compose)
      .findings(of: verdict)
    // A key that nobody knows need not be a text either.
    let unknown = Set(
      schema.filter { $0.rule == SchemaRules.compose.unknownKey.id }.map(\.location.range)
    )
    let others = ComposeCheck(root: root, included: included).findings(scope)
    // A key that is misspelt is not missing, too.
    let misspelt = Set(
      schema.filter { $0.rule == SchemaRules.compose.unknownKey.id && !$0.fixes.isEmpty }
        .compactMap { root.innermostMapping(around: $0.location.range) }
    )
    let keys = root.keyRanges { misspelt.contains($0) }
    return mistakes.filter { !unknown.contains($0.location.range) } + schema
      + others.filter {
        $0.rule != SchemaRules.compose.required.id || !keys.contains($0.location.range)
      }
  }

  /// How much of a project the file is by itself.
  func scope(isPart: Bool) -> ComposeCheck.Scope {
    isPart || !(root["include"]?.elements.isEmpty ?? true) ? .part : .whole
  }
}

extension TypedValue {
  /// Returns the value laid over another, as compose lays an override over a file: mappings are
  /// joined, lists follow each other, except those that are one command.
  func merged(over base: TypedValue, key: String = "") -> TypedValue {
    switch (content, base.content) {
    case (.object(let members), .object(var joined)):
      for member in members {
        if let index = joined.firstIndex(where: { $0.key == member.key }) {
          joined[index] = Member(
            key: member.key,
            keyRange: member.keyRange,
            value: member.value.merged(over: joined[index].value, key: member.key)
          )
        } else {
          joined.append(member)
        }
      }
      return TypedValue(.object(joined), at: range)
    case (.array(let elements), .array(let before))
    where !["command", "entrypoint", "test"].contains(key):
      let kept = before.filter { !elements.contains($0) }
      return TypedValue(.array(kept + elements), at: range)
    case (.null, _): return base
    default: return self
    }
  }
}
