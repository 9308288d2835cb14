internal import Diagnostics

extension Rule {
  static let undefinedSecret = Rule(
    "compose/undefined-secret",
    reports: "A service names a secret that the file does not declare.",
    why: "Docker Compose refuses the whole file, and nothing starts.",
    fires: .service("    secrets: [token]\nsecrets: { key: { file: ./key } }"),
    fixed: .service("    secrets: [key]\nsecrets: { key: { file: ./key } }")
  )
}
