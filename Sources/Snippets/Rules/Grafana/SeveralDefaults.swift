internal import Diagnostics

extension Rule {
  static let severalDefaults = SchemaRuleMaker(
    category: "grafana",
    program: "Grafana",
    fence: "schema=grafana-datasources"
  ).rule(
    "default",
    "More than one data source is the default.",
    "Grafana does not start.",
    "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }, "
      + "{ name: b, type: loki, isDefault: true }] }",
    "{ apiVersion: 1, datasources: [{ name: a, type: loki, isDefault: true }] }"
  )
}

extension Diagnostic {
  static let severalDefaults: ProgramCheck = { root in
    let chosen = (root["datasources"]?.elements ?? []).compactMap { $0["isDefault"] }
      .filter { $0.bool == true }
    return chosen.dropFirst().map { other in
      Diagnostic(
        .severalDefaults,
        at: other.range,
        "one data source is the default already",
        notes: [Note("it stands here", at: Location(range: chosen[0].range))]
      )
    }
  }
}
