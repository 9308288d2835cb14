public import Diagnostics

extension Rule {
  /// The rules of this module, by identifier.
  public static let snippetRules: [Rule] = [
    .variableConflict, .notInEnum, .noEffect, .removedVariable, .renamedVariable,
    .wrongVariableType, .unknownVariable, .unverifiedVariable, .duplicateKey, .sexagesimal,
    .yamlSyntax, .yamlTab, .unknownAlias,
  ]
}
