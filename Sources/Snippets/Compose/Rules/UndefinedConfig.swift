internal import Diagnostics

extension Rule {
  static let undefinedConfig = SchemaRuleMaker.service(
    "undefined-config",
    "A service names a config that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    configs: [conf]\nconfigs: { main: { file: ./main } }",
    fixed: "    configs: [main]\nconfigs: { main: { file: ./main } }"
  )
}
