internal import Diagnostics
internal import Languages

extension Rule {
  static let severalDefaults = Rule(
    "grafana/default",
    reports: "More than one default data source, or two with the same name.",
    why: "Grafana does not start.",
    fires: .fence(
      "yaml schema=grafana-datasources",
      "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }, "
        + "{ name: b, type: loki, isDefault: true }] }"
    ),
    fixed: .fence(
      "yaml schema=grafana-datasources",
      "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }] }"
    )
  )
}

extension Diagnostic {
  static func severalDefaults(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let names = duplicates(root["datasources"], by: "name", "data source", .severalDefaults)
    let chosen = (root["datasources"]?.elements ?? []).compactMap { $0["isDefault"] }
      .filter { $0.bool == true }
    return names
      + chosen.dropFirst().map { other in
        Diagnostic(
          .severalDefaults,
          at: other.range,
          "duplicate default data source",
          notes: [Note("first defined here", at: Location(range: chosen[0].range))]
        )
      }
  }
}
