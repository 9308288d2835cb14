internal import Diagnostics

extension Rule {
  /// The rules about YAML itself.
  static let yamlRules: [Rule] = [
    .cutValue, .divergentScalar, .duplicateKey, .floatVersion, .keyType, .merge, .mergeOrder,
    .missingBlank, .norway, .octal, .pastedCharacter, .plainDate, .severalDocuments, .sexagesimal,
    .trailingBlank, .unknownAlias, .unknownTag, .unportable, .unusedAnchor, .yamlSyntax, .yamlTab,
  ]
}
