public import Diagnostics

extension Rule {
  /// A tab indents a line of YAML.
  public static let yamlTab = Rule(
    "yaml/tab",
    reports: "A tab stands where YAML takes only blanks.",
    why: "The program that reads the file refuses it as a whole.",
    fires: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na:\n\tb: 1\n```\n",
    fixed: "# Files\n\n```yaml schema=yaml reason=\"an example\"\na:\n  b: 1\n```\n"
  )
}
