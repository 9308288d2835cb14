internal import Diagnostics

extension Rule {
  static let undefinedNetwork = Rule(
    "compose/undefined-network",
    reports: "A service uses a network that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    networks: [backend]\nnetworks: { back: {} }"),
    fixed: .service("    networks: [back]\nnetworks: { back: {} }")
  )
}
