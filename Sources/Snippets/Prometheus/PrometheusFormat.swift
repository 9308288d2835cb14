internal import Diagnostics
internal import Languages

extension Format {
  /// prometheus.yml.
  static let prometheus = Format(
    schema: SchemaOfTool(PackageResources.prometheus_json),
    .goFields,
    rules: .prometheus,
    checks: [
      Check(.duplicateJob, find: Diagnostic.duplicateJobs),
      Check(.longTimeout, find: Diagnostic.longTimeouts),
      Check(.prometheusConflict, find: Diagnostic.prometheusConflicts),
      Check(.refusedSetting, find: Diagnostic.refusedClients),
      Check(.refusedSetting, find: Diagnostic.refusedSettings),
      Check(.wrongRelabeling, find: Diagnostic.wrongRelabelings),
      Check(.brokenRegularExpression, find: Diagnostic.brokenRegularExpressions),
    ],
    facts: .prometheus
  )

  /// Rules of Prometheus.
  static let prometheusRules = Format(
    schema: SchemaOfTool(PackageResources.prometheus_rules_json),
    .goFields,
    rules: .prometheus,
    checks: [
      Check(.duplicateJob, find: Diagnostic.duplicateGroups),
      Check(.brokenQuery, find: Diagnostic.brokenQueries),
      Check(.prometheusConflict, find: Diagnostic.ruleConflicts),
      Check(.brokenTemplate, find: Diagnostic.brokenTemplates),
    ]
  )
}

extension SchemaRules {
  /// Prometheus, its rules, and Alertmanager.
  static let prometheus = SchemaRules(
    category: "prometheus",
    program: "Prometheus or Alertmanager",
    unknownKey: (.prometheus("scrape_config: []"), .prometheus("scrape_configs: []")),
    type: (.prometheus("rule_files: alerts.yml"), .prometheus("rule_files: [alerts.yml]")),
    required: (
      .prometheus("scrape_configs: [{ metrics_path: /metrics }]"),
      .prometheus("scrape_configs: [{ job_name: node }]")
    ),
    range: (
      .prometheus("scrape_configs: [{ job_name: node, sample_limit: -1 }]"),
      .prometheus("scrape_configs: [{ job_name: node, sample_limit: 1000 }]")
    ),
    durations: (
      "prometheus-duration",
      (
        .prometheus("global: { scrape_interval: 15sec }"),
        .prometheus("global: { scrape_interval: 15s }")
      )
    )
  )
}

extension Rule.Example {
  static func prometheus(_ lines: String) -> Rule.Example {
    .fence("yaml file=prometheus.yml", lines)
  }

  static func prometheusRules(_ lines: String) -> Rule.Example {
    .fence("yaml file=a.rules.yml", lines)
  }
}
