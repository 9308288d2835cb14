internal import Diagnostics

extension SchemaRules {
  static let compose = SchemaRules(
    category: "compose",
    program: "Docker Compose",
    unknownKey: (.service("    restarts: always"), .service("    restart: always")),
    type: (
      .service("    healthcheck: redis-cli ping"),
      .service("    healthcheck: { test: redis-cli ping }")
    ),
    required: (
      .service("    volumes: [{ source: data, target: /data }]\nvolumes: { data: {} }"),
      .service(
        "    volumes: [{ type: volume, source: data, target: /data }]\nvolumes: { data: {} }"
      )
    ),
    range: (.service("    oom_score_adj: 2000"), .service("    oom_score_adj: 1000")),
    durations: (
      "go-duration",
      (.service("    stop_grace_period: 30sec"), .service("    stop_grace_period: 30s"))
    ),
    bytes: ("byte-size", (.service("    mem_limit: 2 gigs"), .service("    mem_limit: 2g"))),
    nouns: [
      "services": "service", "networks": "network", "volumes": "volume", "secrets": "secret",
      "configs": "config", "models": "model",
    ]
  )
}

extension Rule.Example {
  /// A page with a compose file of one service, to which lines are added.
  static func service(_ lines: String) -> Rule.Example {
    .fence(
      "yaml file=docker-compose.yml",
      "services:\n  cache:\n    image: redis:7.4\n\(lines)"
    )
  }
}
