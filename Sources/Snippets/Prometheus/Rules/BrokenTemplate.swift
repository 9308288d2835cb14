internal import Diagnostics
internal import Languages

extension Rule {
  static let brokenTemplate = Rule(
    "prometheus/template",
    reports: "A template in a label or an annotation of an alert that Prometheus cannot parse.",
    why:
      "Prometheus rejects all rules of the file, or the alert shows an error instead of its text.",
    fires: .prometheusRules(
      "groups: [{ name: a, rules: [{ alert: A, expr: up, labels: { host: \"{{ $labels.host }\" } }] }]"
    ),
    fixed: .prometheusRules(
      "groups: [{ name: a, rules: [{ alert: A, expr: up, labels: { host: \"{{ $labels.host }}\" } }] }]"
    )
  )
}

extension Diagnostic {
  static func brokenTemplates(in root: TypedValue, _ source: [UInt8]) -> [Diagnostic] {
    let rules = (root["groups"]?.elements ?? []).flatMap { $0["rules"]?.elements ?? [] }
    let texts = rules.filter { $0["alert"] != nil }.flatMap { rule in
      (rule["labels"]?.members ?? []) + (rule["annotations"]?.members ?? [])
    }
    return texts.compactMap { member in
      guard let text = member.value.string, let mistake = GoTemplate.mistake(in: text) else {
        return nil
      }
      let range = member.value.range
      let place = ScalarPlaces(of: text, at: range, in: source)?.range(of: mistake.range)
      return Diagnostic(.brokenTemplate, at: place ?? range, mistake.message)
    }
  }
}
