internal import Diagnostics

extension Rule {
  static let undefinedVolume = SchemaRuleMaker.service(
    "undefined-volume",
    "A service names a volume that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    volumes: [\"store:/data\"]\nvolumes: { data: {} }",
    fixed: "    volumes: [\"data:/data\"]\nvolumes: { data: {} }"
  )
}
