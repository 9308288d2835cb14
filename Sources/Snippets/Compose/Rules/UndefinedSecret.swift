internal import Diagnostics

extension Rule {
  static let undefinedSecret = Rule(
    "compose/undefined-secret",
    reports: "A service uses a secret that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    secrets: [token]\nsecrets: { key: { file: ./key } }"),
    fixed: .service("    secrets: [key]\nsecrets: { key: { file: ./key } }")
  )
}
