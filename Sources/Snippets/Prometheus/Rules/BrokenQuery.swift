internal import Diagnostics
internal import Languages

extension Rule {
  static let brokenQuery = Rule(
    "prometheus/query",
    reports: "A query that Prometheus cannot parse, or whose parts do not fit together.",
    why: "Prometheus rejects all rules of the file.",
    fires: .prometheusRules(
      "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x))\" }] }]"
    ),
    fixed: .prometheusRules(
      "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x[5m]))\" }] }]"
    )
  )
}

extension Diagnostic {
  static func brokenQueries(in root: TypedValue, _ source: [UInt8]) -> [Diagnostic] {
    (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }.compactMap { rule in
      guard let query = rule["expr"], let text = query.string,
        let mistake = QueryParser.mistake(in: text)
      else { return nil }
      let place = ScalarPlaces(of: text, at: query.range, in: source)?.range(of: mistake.range)
      return Diagnostic(.brokenQuery, at: place ?? query.range, mistake.message)
    }
  }
}
