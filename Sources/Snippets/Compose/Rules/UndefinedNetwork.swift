internal import Diagnostics

extension Rule {
  static let undefinedNetwork = SchemaRuleMaker.service(
    "undefined-network",
    "A service names a network that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    networks: [backend]\nnetworks: { back: {} }",
    fixed: "    networks: [back]\nnetworks: { back: {} }"
  )
}
