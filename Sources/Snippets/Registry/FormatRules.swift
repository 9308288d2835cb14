internal import Diagnostics

extension Rule {
  /// The rules of files that are not YAML, a line for each format.
  static let formatRules: [Rule] = [
    .envName, .envQuote, .envSeparator, .envDuplicate, .envNoValue, .envComment,
    .envInterpolation, .envUndefined,
    .shellSyntax, .shellQuote, .shellHereDocument, .shellContinuation, .shellPrompt,
    .dangerousRemoval, .rootRedirection, .pastedText,
    .iniSyntax, .iniUnknownSection, .iniUnknownKey, .iniType, .iniDuplicate, .iniDeprecated,
    .iniVersion, .iniRequired, .iniConnection, .iniPool, .iniCommand, .iniConflict,
    .hostsAddress, .hostsName, .hostsDuplicate, .hostsLoopback,
    .jsonSyntax, .jsonDuplicate,
  ]
}
