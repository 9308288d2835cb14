internal import Diagnostics

extension Rule {
  static let undefinedConfig = Rule(
    "compose/undefined-config",
    reports: "A service uses a config that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    configs: [conf]\nconfigs: { main: { file: ./main } }"),
    fixed: .service("    configs: [main]\nconfigs: { main: { file: ./main } }")
  )
}
