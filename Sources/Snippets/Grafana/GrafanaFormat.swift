internal import Diagnostics
internal import Languages

extension Format {
  /// Dashboard providers of Grafana.
  static let grafanaDashboards = Format(
    schema: SchemaOfTool(PackageResources.grafana_dashboards_json),
    .goFields,
    rules: .grafana
  )

  /// Data sources of Grafana.
  static let grafanaDatasources = Format(
    schema: SchemaOfTool(PackageResources.grafana_datasources_json),
    .goFields,
    rules: .grafana,
    checks: [Check(.severalDefaults, find: Diagnostic.severalDefaults)],
    facts: .grafanaDatasources
  )
}

extension SchemaRules {
  static let grafana = SchemaRules(
    category: "grafana",
    program: "Grafana",
    unknownKey: (
      .dashboards("[{ name: files, dir: x, updateIntervalSeconds: 30, \(options) }]"), good
    ),
    type: (.dashboards("{ name: files, updateIntervalSeconds: 30, \(options) }"), good),
    required: (.dashboards("[{ updateIntervalSeconds: 30, \(options) }]"), good),
    range: (.dashboards("[{ name: files, updateIntervalSeconds: 0, \(options) }]"), good)
  )

  private static let good =
    Rule.Example.dashboards("[{ name: files, updateIntervalSeconds: 30, \(options) }]")
  private static let options = "options: { path: /d }"
}

extension Rule.Example {
  /// A page with the providers of dashboards.
  fileprivate static func dashboards(_ providers: String) -> Rule.Example {
    .fence("yaml schema=grafana-dashboards", "apiVersion: 1\nproviders: \(providers)")
  }
}
