internal import Diagnostics
internal import Languages

extension Format {
  /// alertmanager.yml; what its settings of HTTP share with Prometheus is checked as there.
  static let alertmanager = Format(
    schema: SchemaOfTool(PackageResources.alertmanager_json),
    .goFields,
    rules: .prometheus,
    checks: [
      Check(.undefinedReceiver, find: Diagnostic.undefinedReceivers),
      Check(.duplicateJob, find: Diagnostic.duplicateReceivers),
      Check(.prometheusConflict, find: Diagnostic.rootRoutes),
      Check(.brokenMatcher, find: Diagnostic.brokenMatchers),
      Check(.prometheusConflict, find: Diagnostic.prometheusConflicts),
      Check(.brokenRegularExpression, find: Diagnostic.brokenRegularExpressions),
    ],
    facts: .alertmanager
  )
}
