internal import Diagnostics

extension Rule {
  static let undefinedModel = Rule(
    "compose/undefined-model",
    reports: "A service uses a model that the file does not declare.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    models: [llm]\nmodels: { small: { model: ai/smollm2 } }"),
    fixed: .service("    models: [small]\nmodels: { small: { model: ai/smollm2 } }")
  )
}
