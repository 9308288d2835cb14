internal import Diagnostics

extension SchemaRules {
  /// Prometheus, its rules, and Alertmanager.
  static let prometheus: SchemaRules = {
    let maker = SchemaRuleMaker(
      category: "prometheus",
      program: "Prometheus or Alertmanager",
      fence: "file=prometheus.yml"
    )
    return SchemaRules(
      unknownKey: maker.unknownKey("scrape_config: []", "scrape_configs: []"),
      type: maker.type("rule_files: alerts.yml", "rule_files: [alerts.yml]"),
      required: maker.required(
        "scrape_configs: [{ metrics_path: /metrics }]",
        "scrape_configs: [{ job_name: node }]"
      ),
      range: maker.range(
        "scrape_configs: [{ job_name: node, sample_limit: -1 }]",
        "scrape_configs: [{ job_name: node, sample_limit: 1000 }]"
      ),
      formats: [
        "prometheus-duration": maker.duration(
          "global: { scrape_interval: 15sec }",
          "global: { scrape_interval: 15s }"
        )
      ]
    )
  }()

  static let grafana: SchemaRules = {
    let maker = SchemaRuleMaker(
      category: "grafana",
      program: "Grafana",
      fence: "schema=grafana-dashboards"
    )
    let good =
      "apiVersion: 1\nproviders: [{ name: files, updateIntervalSeconds: 30, options: { path: /d } }]"
    return SchemaRules(
      unknownKey: maker.unknownKey(
        good.replacing("name: files", with: "name: files, dir: x"),
        good
      ),
      type: maker.type(good.replacing("[{", with: "{").replacing("}]", with: "}"), good),
      required: maker.required(good.replacing("name: files, ", with: ""), good),
      range: maker.range(good.replacing(" 30", with: " 0"), good)
    )
  }()
}
