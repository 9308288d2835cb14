internal import Diagnostics
internal import Languages

extension Rule {
  static let brokenRegularExpression = Rule(
    "prometheus/regex",
    reports:
      "A regular expression that Prometheus cannot parse; Go's have neither backreferences nor lookaround.",
    why: "Prometheus rejects the whole file.",
    fires: .prometheus(
      "scrape_configs: [{ job_name: a, relabel_configs: [{ regex: \"(?!a)b\", action: labeldrop }] }]"
    ),
    fixed: .prometheus(
      "scrape_configs: [{ job_name: a, relabel_configs: [{ regex: \"b\", action: labeldrop }] }]"
    )
  )
}

extension Diagnostic {
  static func brokenRegularExpressions(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let relabelings = root.mappings.flatMap(\.members).filter {
      $0.key.hasSuffix("relabel_configs")
    }
    .flatMap { $0.value.elements }.compactMap { $0["regex"] }
    let matched = root.mappings.flatMap(\.members)
      .filter { ["match_re", "source_match_re", "target_match_re"].contains($0.key) }
      .flatMap { $0.value.members.map(\.value) }
    return (relabelings + matched).compactMap { value in
      if value.kind == .null {
        let place = root.mappings.flatMap(\.members).first { $0.value.range == value.range }
        return Diagnostic(
          .brokenRegularExpression,
          at: place?.keyRange ?? value.range,
          "expected a regular expression, found nothing"
        )
      }
      guard let text = value.string, !GoRegex.fits(text) else { return nil }
      return Diagnostic(
        .brokenRegularExpression,
        at: value.range,
        "expected a regular expression of Go, found `\(text)`"
      )
    }
  }
}
