internal import Diagnostics

extension Rule {
  static let undefinedVolume = Rule(
    "compose/undefined-volume",
    reports: "A service uses a volume that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    volumes: [\"store:/data\"]\nvolumes: { data: {} }"),
    fixed: .service("    volumes: [\"data:/data\"]\nvolumes: { data: {} }")
  )
}
