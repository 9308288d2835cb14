internal import Diagnostics
internal import Languages

/// How the files of a program are read, and what is wrong with them.
struct Format: Sendable {
  /// What a text is to its reader.
  enum Form: Sendable {
    /// YAML, as one reader takes it. Its own mistakes are found by whoever parses it.
    case yaml(YAMLDialect, @Sendable (_ part: YAMLPart) -> [Diagnostic])
    /// Variables of Ansible, which are held to a catalog of the project.
    case variables
    /// Nothing that is checked: only what it says to others is read.
    case unchecked
    /// Anything else.
    case text(@Sendable (_ reading: Reading) -> [Diagnostic])
  }

  let form: Form
  /// Every rule that a finding can be of, beside those about YAML itself.
  let rules: [Rule]
  /// What its files say to those of other programs; nothing where no other depends on them.
  let facts: FileFacts?
  /// What is found where several of its files are one configuration on a server.
  let across: [Check<PlacedSet>]

  /// Who reads its YAML; nothing for anything else.
  var dialect: YAMLDialect? {
    switch form {
    case .yaml(let dialect, _): dialect
    case .variables: .pyYAML
    case .text, .unchecked: nil
    }
  }

  /// Creates a format from what finds everything by itself.
  init(
    _ form: Form,
    rules: [Rule],
    facts: FileFacts? = nil,
    across: [Check<PlacedSet>] = []
  ) {
    self.form = form
    self.rules = rules
    self.facts = facts
    self.across = across
  }

  /// Creates the format of files that are not YAML.
  ///
  /// - Parameters:
  ///   - rules: those of what is found while a text is read.
  ///   - checks: what is found in what was read, in the order of the findings.
  ///   - facts: what its files say to those of other programs.
  ///   - read: takes what its reader makes of a text, and what that says is wrong.
  init<Subject>(
    rules: [Rule],
    checks: [Check<Subject>],
    facts: FileFacts? = nil,
    read: @escaping @Sendable (_ reading: Reading) -> Outcome<Subject>
  ) {
    form = .text { reading in
      let outcome = read(reading)
      let findings = outcome.diagnostics + checks.flatMap { $0.findings(in: outcome.value) }
      return findings.withoutConsequences(in: reading.text)
    }
    self.rules = rules + checks.flatMap(\.rules)
    self.facts = facts
    across = []
  }
}

/// A whole YAML file, or a part of it.
struct YAMLPart: Sendable {
  let tree: YAMLTree
  let text: [UInt8]
  /// The keys that lead to the part; empty for a whole file.
  let fragment: [String]
}
