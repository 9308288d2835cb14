internal import Diagnostics

extension Rule {
  static let unknownLanguage = Rule(
    "snippet/unknown-language",
    .warning,
    reports: "The language of a fence is one slip away from one that docbuild knows.",
    why: "Readers see code without colours, and other tools do not know it as what it is.",
    fires: "# Start\n\n```bsah\ndate\n```\n",
    fixed: "# Start\n\n```bash\ndate\n```\n"
  )
}

extension Diagnostic {
  static func unknownLanguage(
    _ name: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownLanguage,
      at: location,
      "unknown language `\(name)`",
      fixes: nearest.map { .didYouMean($0) }
    )
  }
}
