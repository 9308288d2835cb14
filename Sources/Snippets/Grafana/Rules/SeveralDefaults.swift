internal import Diagnostics
internal import Languages

extension Rule {
  static let severalDefaults = SchemaRuleMaker(
    category: "grafana",
    program: "Grafana",
    fence: "schema=grafana-datasources"
  ).rule(
    "default",
    "More than one data source is the default, or two have the same name.",
    "Grafana does not start.",
    "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }, "
      + "{ name: b, type: loki, isDefault: true }] }",
    "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }] }"
  )
}

extension Diagnostic {
  static let severalDefaults: ProgramCheck = { root, _ in
    let names = duplicates(root["datasources"], by: "name", "data source", .severalDefaults)
    let chosen = (root["datasources"]?.elements ?? []).compactMap { $0["isDefault"] }
      .filter { $0.bool == true }
    return names
      + chosen.dropFirst().map { other in
        Diagnostic(
          .severalDefaults,
          at: other.range,
          "one data source is the default already",
          notes: [Note("it stands here", at: Location(range: chosen[0].range))]
        )
      }
  }
}
