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
      Check(.undefinedInterval, find: Diagnostic.undefinedIntervals),
      Check(.missingCredentials, find: Diagnostic.missingCredentials),
      Check(.refusedSetting, find: Diagnostic.refusedClients),
      Check(.refusedSetting, find: Diagnostic.updatesWithoutBot),
      Check(.duplicateJob, find: Diagnostic.duplicateReceivers),
      Check(.prometheusConflict, find: Diagnostic.rootRoutes),
      Check(.prometheusConflict, find: Diagnostic.wildcardGroups),
      Check(.brokenMatcher, find: Diagnostic.brokenMatchers),
      Check(.prometheusConflict, find: Diagnostic.prometheusConflicts),
      Check(.brokenRegularExpression, find: Diagnostic.brokenRegularExpressions),
    ],
    facts: .alertmanager,
    maps: ["match_re", "source_match_re", "target_match_re"]
  )
}
