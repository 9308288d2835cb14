internal import Diagnostics

extension Rule.Example {
  /// A page that sets variables, and a catalog that knows some.
  ///
  /// - Parameters:
  ///   - lines: what the file sets.
  ///   - known: rows of the catalog: name, type, values and flags.
  ///   - renames: rows of what became of former names.
  ///   - refusals: rows of what is refused together.
  /// - Returns: the page.
  static func variables(
    _ lines: String,
    of known: [String],
    renames: [String] = [],
    refusals: [String] = []
  ) -> Rule.Example {
    let tables = [
      (".tsv", ["name\ttype\tenum\tflags"] + known),
      (".renames.tsv", ["kind\told\tnew"] + renames), (".refusals.tsv", ["conditions"] + refusals),
    ]
    return Rule.Example(
      "# Variables\n\n```yaml file=vars.yml\n\(lines)\n```\n",
      beside: tables.filter { $0.1.count > 1 }.map { ending, rows in
        .init(path: "catalogs/shop\(ending)", text: rows.map { $0 + "\n" }.joined())
      }
    )
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
