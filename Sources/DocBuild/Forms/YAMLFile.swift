internal import Diagnostics
internal import Languages
internal import Snippets

/// One of the project's own YAML files.
struct YAMLFile {
  /// Nothing where the file is empty, or too large once its aliases are written out.
  let root: YAMLNode?
  /// What is wrong with it as YAML.
  private let diagnostics: [Diagnostic]
  private let text: [UInt8]
  /// Whether all of it is in the tree: what a part does not say may stand in the rest.
  let isWhole: Bool

  /// The most values that a file may have once its aliases are written out.
  private static let most = 200_000

  init(_ source: SourceFile) {
    let outcome = YAMLTree.parse(source.bytes)
    var found = outcome.diagnostics.map { finding in
      finding.relocated { Location(path: source.path, range: $0.range) }
    }
    func expected(_ words: String, at range: Range<Int>) {
      found.append(
        .wrongDeclaration("expected \(words)", at: Location(path: source.path, range: range))
      )
    }
    let tree = outcome.value
    let isSmall = tree.size(upTo: Self.most) < Self.most
    if !isSmall {
      expected("at most 200,000 values once aliases are written out, found more", at: 0..<0)
    }
    if let second = tree.documents.dropFirst().first {
      expected("one document, found another", at: second.range.lowerBound..<second.range.lowerBound)
    }
    if let tag = tree.firstTag {
      expected("a value without a tag of its own", at: tag)
    }
    root = isSmall ? tree.root : nil
    isWhole = tree.isComplete && isSmall
    diagnostics = isWhole ? found : found.map { $0.damaging(.text) }
    text = source.bytes
  }

  /// Returns what is wrong with the file, as YAML and as its reader finds, without what only follows
  /// from something else.
  func findings(with others: [Diagnostic]) -> [Diagnostic] {
    let strangers = Set(
      diagnostics.filter { $0.rule == Rule.unknownAlias.id }.map(\.location.range)
    )
    // What stands for an unknown alias is nothing that the author wrote.
    let kept = others.filter { !strangers.contains($0.location.range) }
    return (diagnostics + kept).withoutConsequences(in: text)
  }
}
