internal import Diagnostics
internal import Languages

extension Format {
  /// patroni.yml.
  static let patroni = Format(
    schema: SchemaOfTool(PackageResources.patroni_json),
    .pyYAML,
    rules: .patroni,
    checks: [
      Check(.patroniTiming, find: Diagnostic.patroniTimings),
      Check(.patroniConflict, find: Diagnostic.patroniConflicts),
      Check(.patroniParameter, find: Diagnostic.patroniParameters),
      Check(.patroniLoopback, find: Diagnostic.patroniLoopback),
      Check(SchemaRules.patroni.required, find: Diagnostic.patroniName),
    ],
    facts: .patroni
  )
}

extension SchemaRules {
  static let patroni = SchemaRules(
    category: "patroni",
    program: "Patroni",
    unknownKey: (.patroni("loop_waits: 10"), .patroni("loop_wait: 10")),
    type: (.patroni("synchronous_mode: \"onn\""), .patroni("synchronous_mode: true")),
    required: (
      .fence("yaml file=patroni.yml fragment=restapi", "listen: 10.20.0.21:8008"),
      .fence(
        "yaml file=patroni.yml fragment=restapi",
        "{ listen: \"10.20.0.21:8008\", connect_address: \"10.20.0.21:8008\" }"
      )
    ),
    range: (.patroni("ttl: 15"), .patroni("ttl: 30"))
  )
}

extension Rule.Example {
  /// A page with the settings of a cluster.
  static func patroni(_ lines: String) -> Rule.Example {
    .fence("yaml file=patroni.yml fragment=bootstrap.dcs", lines)
  }
}
