internal import Diagnostics

extension Rule {
  static let undefinedService = SchemaRuleMaker.service(
    "undefined-service",
    "A service names a service that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    depends_on: [database]",
    fixed: "    init: true"
  )
}
