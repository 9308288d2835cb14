internal import Diagnostics
internal import Languages

extension Format {
  /// A compose file that stands alone.
  static let compose = Format(
    .yaml(.goYAML) { findings(in: $0, isPart: false) },
    rules: composeRules,
    facts: .compose
  )

  /// A compose file that others complete: an override, or one that is included.
  static let composePart = Format(
    .yaml(.goYAML) { findings(in: $0, isPart: true) },
    rules: composeRules,
    facts: .compose
  )

  private static func findings(in part: YAMLPart, isPart: Bool) -> [Diagnostic] {
    let file = ComposeFile(part.tree, part.text, fragment: part.fragment)
    return file.check(file.scope(isPart: isPart || !part.fragment.isEmpty))
  }

  private static let composeRules: [Rule] =
    SchemaRules.compose.all + [
      .composeConflict, .composePort, .dependencyCycle, .interpolation, .undefinedConfig,
      .disabledService, .floatingImage, .mountOption, .obsoleteVersion, .oldBool, .shortForm,
      .strayDollar, .decimalMode, .undefinedModel, .wrongMount, .unusedDeclaration,
      .missingHealthcheck,
      .portTwice, .deprecatedKey, .undefinedNetwork, .undefinedSecret, .undefinedService,
      .undefinedVolume,
    ]
}

extension SchemaOfTool {
  static let compose = SchemaOfTool(PackageResources.compose_json)
}
