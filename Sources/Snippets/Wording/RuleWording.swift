internal import Diagnostics

extension Rule.Example {
  /// A page that sets variables of the playbook.
  static func variables(_ lines: String) -> Rule.Example {
    Rule.Example("# Variables\n\n```yaml file=vars.yml\n\(lines)\n```\n")
  }
}

extension Rule.Example {
  /// A page with one fence.
  ///
  /// - Parameters:
  ///   - info: the language of the fence, and its attributes.
  ///   - lines: what stands in it.
  /// - Returns: the page.
  static func fence(_ info: String, _ lines: String) -> Rule.Example {
    Rule.Example("# Files\n\n```\(info)\n\(lines)\n```\n")
  }
}

extension Rule.Example {
  /// A page with YAML whose reader is not known.
  static func yaml(_ lines: String) -> Rule.Example {
    Rule.Example("# Files\n\n```yaml schema=yaml reason=\"an example\"\n\(lines)\n```\n")
  }
}

extension [Diagnostic.Fix] {
  /// One fix for each near name, which puts it in place of what is written.
  static func replacements(_ names: [String], at range: Range<Int>) -> [Diagnostic.Fix] {
    .didYouMean(names, at: Location(range: range))
  }

  /// The same for a key.
  static func replacements(
    _ names: [String],
    ofKey key: String,
    at range: Range<Int>
  ) -> [Diagnostic.Fix] {
    .didYouMean(names, forKey: key, at: Location(range: range))
  }
}
