internal import Diagnostics

/// Rules, and what finds where they are broken.
struct Check<Subject>: Sendable {
  /// What the findings can be of.
  let rules: [Rule]
  private let find: @Sendable (_ subject: Subject) -> [Diagnostic]

  /// Creates a check of something that was read.
  init(_ rules: Rule..., find: @escaping @Sendable (_ subject: Subject) -> [Diagnostic]) {
    self.init(rules, find: find)
  }

  /// Creates a check that can find what many others do.
  init(_ rules: [Rule], find: @escaping @Sendable (_ subject: Subject) -> [Diagnostic]) {
    self.rules = rules
    self.find = find
  }

  /// Creates a check of something that was read together with its text.
  init<Tree>(
    _ rules: Rule...,
    find: @escaping @Sendable (_ tree: Tree, _ text: [UInt8]) -> [Diagnostic]
  ) where Subject == Read<Tree> {
    self.rules = rules
    self.find = { find($0.tree, $0.text) }
  }

  /// Returns what is wrong, in the order in which it was found.
  func findings(in subject: Subject) -> [Diagnostic] {
    let found = find(subject)
    assert(
      found.allSatisfy { finding in rules.contains { $0.id == finding.rule } },
      "a check finds \(found.map(\.rule)), and lists \(rules.map(\.id))"
    )
    return found
  }
}

/// What a text was read as, with the text itself.
struct Read<Tree> {
  let tree: Tree
  let text: [UInt8]
}
