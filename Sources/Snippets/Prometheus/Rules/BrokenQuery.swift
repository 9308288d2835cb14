internal import Diagnostics
internal import Languages

extension Rule {
  static let brokenQuery = SchemaRuleMaker.prometheusRules.rule(
    "query",
    "A query that Prometheus cannot read, or whose parts do not fit together.",
    "Prometheus refuses all rules of the file.",
    "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x))\" }] }]",
    "groups: [{ name: a, rules: [{ record: a, expr: \"sum(rate(x[5m]))\" }] }]"
  )
}

extension Diagnostic {
  static let brokenQueries: ProgramCheck = { root, source in
    (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }.compactMap { rule in
      guard let query = rule["expr"], let text = query.string,
        let mistake = QueryParser.mistake(in: text)
      else { return nil }
      let place = ScalarPlaces(of: text, at: query.range, in: source)?.range(of: mistake.range)
      return Diagnostic(.brokenQuery, at: place ?? query.range, mistake.message)
    }
  }
}
