internal import Diagnostics

extension Rule {
  static let undefinedService = Rule(
    "compose/undefined-service",
    reports: "A service uses a service that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    depends_on: [database]"),
    fixed: .service("    init: true")
  )
}
