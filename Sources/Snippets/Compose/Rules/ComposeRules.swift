internal import Diagnostics

extension SchemaRuleMaker {
  static let compose = SchemaRuleMaker(
    category: "compose",
    program: "Docker Compose",
    fence: "file=docker-compose.yml"
  )

  /// A rule of compose files whose example is one service.
  static func service(
    _ name: String,
    _ reports: String,
    _ why: String,
    fires: String,
    fixed: String
  ) -> Rule {
    compose.rule(name, reports, why, head + fires, head + fixed)
  }

  fileprivate static let head = "services:\n  cache:\n    image: redis:7.4\n"
}

extension SchemaRules {
  static let compose = SchemaRules(
    unknownKey: maker.unknownKey(head + "    restarts: always", head + "    restart: always"),
    type: maker.type(
      head + "    healthcheck: redis-cli ping",
      head + "    healthcheck: { test: redis-cli ping }"
    ),
    required: maker.required(
      head + "    volumes: [{ source: data, target: /data }]\nvolumes: { data: {} }",
      head + "    volumes: [{ type: volume, source: data, target: /data }]\nvolumes: { data: {} }"
    ),
    range: maker.range(head + "    oom_score_adj: 2000", head + "    oom_score_adj: 1000"),
    formats: [
      "go-duration": maker.duration(
        head + "    stop_grace_period: 30sec",
        head + "    stop_grace_period: 30s"
      ),
      "byte-size": maker.bytes(head + "    mem_limit: 2 gigs", head + "    mem_limit: 2g"),
    ],
    nouns: [
      "services": "service", "networks": "network", "volumes": "volume", "secrets": "secret",
      "configs": "config", "models": "model",
    ]
  )

  private static let maker = SchemaRuleMaker.compose
  private static let head = SchemaRuleMaker.head
}
