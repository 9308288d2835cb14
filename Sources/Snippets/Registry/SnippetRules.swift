public import Diagnostics

extension Rule {
  /// The rules of this module, by identifier.
  public static let snippetRules: [Rule] =
    [
      .variableConflict, .notInEnum, .noEffect, .removedVariable, .renamedVariable,
      .wrongVariableType, .unknownVariable, .unverifiedVariable, .brokenExpression, .mappingForText,
      .missingVariable,
      .composeConflict, .composePort, .dependencyCycle, .interpolation, .undefinedConfig,
      .disabledService, .floatingImage, .mountOption, .obsoleteVersion, .oldBool, .shortForm,
      .strayDollar, .undefinedModel, .wrongMount, .unusedDeclaration, .missingHealthcheck,
      .connectionsOutOfOrder, .differentSecret, .missingBind, .missingReference, .noListener,
      .unknownLogin, .portTwice, .missingComposeFile, .nameTwice, .undefinedVariable,
      .unusedVariable,
      .undefinedNetwork, .undefinedSecret, .undefinedService, .undefinedVolume,
      .brokenSchema, .deprecatedKey,
      .patroniTiming, .patroniConflict, .patroniLoopback, .etcdMember, .etcdElection, .etcdGateway,
      .prometheusConflict, .brokenMatcher, .brokenRegularExpression, .brokenTemplate,
      .duplicateJob, .longTimeout, .brokenQuery, .undefinedReceiver, .liveKitConflict,
      .liveKitWebhook, .severalDefaults,
    ] + schemaRules + yamlRules + formatRules
    + daemonRules

  private static let schemaRules: [Rule] = [
    SchemaRules.compose, .etcd, .grafana, .livekit, .patroni, .prometheus, .own,
  ].flatMap(\.all)
}
