internal import Diagnostics
internal import Languages

/// Finds what a program refuses beyond what its schema can say, in the value of a text.
typealias ProgramCheck = @Sendable (_ root: TypedValue, _ source: [UInt8]) -> [Diagnostic]

extension ToolSchema {
  /// What is checked beside the schema; each beneath its rule.
  var checks: [ProgramCheck] {
    switch self {
    case .patroni:
      [Diagnostic.patroniTimings, Diagnostic.patroniConflicts, Diagnostic.patroniLoopback]
    case .etcd:
      [
        Diagnostic.etcdMembers, Diagnostic.etcdElections, Diagnostic.etcdGateway,
        Diagnostic.etcdAddresses,
      ]
    case .prometheus:
      [
        Diagnostic.duplicateJobs, Diagnostic.longTimeouts, Diagnostic.prometheusConflicts,
        Diagnostic.brokenRegularExpressions,
      ]
    case .prometheusRules:
      [
        Diagnostic.duplicateGroups, Diagnostic.brokenQueries, Diagnostic.ruleConflicts,
        Diagnostic.brokenTemplates,
      ]
    case .alertmanager:
      [
        Diagnostic.undefinedReceivers, Diagnostic.duplicateReceivers, Diagnostic.rootRoutes,
        Diagnostic.brokenMatchers, Diagnostic.prometheusConflicts,
        Diagnostic.brokenRegularExpressions,
      ]
    case .livekit:
      [Diagnostic.liveKitConflicts, Diagnostic.liveKitHalves, Diagnostic.liveKitWebhook]
    case .grafanaDatasources: [Diagnostic.severalDefaults]
    case .ansibleInventory, .ansiblePlaybook, .compose, .composePart, .grafanaDashboards: []
    }
  }
}

extension SchemaRuleMaker {
  static let patroni = SchemaRuleMaker(
    category: "patroni",
    program: "Patroni",
    fence: "file=patroni.yml fragment=bootstrap.dcs"
  )
  static let etcd = SchemaRuleMaker(category: "etcd", program: "etcd", fence: "file=etcd.yml")
  static let prometheus = SchemaRuleMaker(
    category: "prometheus",
    program: "Prometheus",
    fence: "file=prometheus.yml"
  )
  static let prometheusRules = SchemaRuleMaker(
    category: "prometheus",
    program: "Prometheus",
    fence: "file=a.rules.yml"
  )
  static let livekit = SchemaRuleMaker(
    category: "livekit",
    program: "LiveKit",
    fence: "file=livekit.yaml"
  )
}
