internal import Languages

/// A schema that comes with the tool.
enum ToolSchema: String, CaseIterable, Sendable {
  case alertmanager
  case ansibleInventory = "ansible-inventory"
  case ansiblePlaybook = "ansible-playbook"
  case compose
  /// A compose file that others complete: an override, or one that is included.
  case composePart = "compose-part"
  case etcd
  case grafanaDashboards = "grafana-dashboards"
  case grafanaDatasources = "grafana-datasources"
  case livekit
  case patroni
  case prometheus
  case prometheusRules = "prometheus-rules"

  /// Who reads such a file.
  var dialect: YAMLDialect {
    switch self {
    case .ansibleInventory, .ansiblePlaybook, .patroni: .pyYAML
    case .compose, .composePart: .goYAML
    default: .goFields
    }
  }

  /// Whether Docker Compose reads it.
  var isCompose: Bool { self == .compose || self == .composePart }

  /// The rules that its failures are findings of.
  var rules: SchemaRules {
    switch self {
    case .ansibleInventory, .ansiblePlaybook: .own
    case .compose, .composePart: .compose
    case .etcd: .etcd
    case .grafanaDashboards, .grafanaDatasources: .grafana
    case .livekit: .livekit
    case .patroni: .patroni
    case .alertmanager, .prometheus, .prometheusRules: .prometheus
    }
  }

  /// The schema itself, compiled at its first use.
  var validator: SchemaValidator {
    switch self {
    case .alertmanager: Self.alertmanagerValidator
    case .ansibleInventory: Self.inventoryValidator
    case .ansiblePlaybook: Self.playbookValidator
    case .compose, .composePart: Self.composeValidator
    case .etcd: Self.etcdValidator
    case .grafanaDashboards: Self.dashboardsValidator
    case .grafanaDatasources: Self.datasourcesValidator
    case .livekit: Self.livekitValidator
    case .patroni: Self.patroniValidator
    case .prometheus: Self.prometheusValidator
    case .prometheusRules: Self.rulesValidator
    }
  }

  private static let alertmanagerValidator = compiled(PackageResources.alertmanager_json)
  private static let inventoryValidator = compiled(PackageResources.ansible_inventory_json)
  private static let playbookValidator = compiled(PackageResources.ansible_playbook_json)
  private static let composeValidator = compiled(PackageResources.compose_json)
  private static let etcdValidator = compiled(PackageResources.etcd_json)
  private static let dashboardsValidator = compiled(PackageResources.grafana_dashboards_json)
  private static let datasourcesValidator = compiled(PackageResources.grafana_datasources_json)
  private static let livekitValidator = compiled(PackageResources.livekit_json)
  private static let patroniValidator = compiled(PackageResources.patroni_json)
  private static let prometheusValidator = compiled(PackageResources.prometheus_json)
  private static let rulesValidator = compiled(PackageResources.prometheus_rules_json)

  private static func compiled(_ text: [UInt8]) -> SchemaValidator {
    do throws(JSONReader.Mistake) {
      let (schema, mistakes) = SchemaCompiler.compile(
        try JSONReader.read(text),
        standard: .draft7
      )
      precondition(mistakes.isEmpty, "a schema of the tool is wrong: \(mistakes)")
      return SchemaValidator(schema)
    } catch {
      preconditionFailure("a schema of the tool is no JSON: \(error)")
    }
  }
}
