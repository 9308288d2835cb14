internal import Diagnostics

extension Rule {
  static let undefinedSecret = SchemaRuleMaker.service(
    "undefined-secret",
    "A service names a secret that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    secrets: [token]\nsecrets: { key: { file: ./key } }",
    fixed: "    secrets: [key]\nsecrets: { key: { file: ./key } }"
  )
}
