internal import Diagnostics

extension Rule {
  static let undefinedModel = SchemaRuleMaker.service(
    "undefined-model",
    "A service names a model that the file does not declare.",
    "Docker Compose refuses the whole file, and nothing starts.",
    fires: "    models: [llm]\nmodels: { small: { model: ai/smollm2 } }",
    fixed: "    models: [small]\nmodels: { small: { model: ai/smollm2 } }"
  )
}
