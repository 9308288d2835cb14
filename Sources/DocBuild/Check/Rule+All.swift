package import Diagnostics
internal import Snippets

extension Rule {
  /// Every rule, by identifier.
  package static let all: [Rule] =
    ([
      .wrongDeclaration, .duplicateHint, .wrongLayer, .missingValue, .secretValue, .wrongValue,
      .undeclaredValue, .headingInLoop, .missingAnchor, .missingFile, .loadedFromOutside,
      .wrongDestination, .undefinedReference, .uselessDefinition, .misplacedPlaceholder,
      .conflictingHint,
      .brokenConstraint, .hardCodedValue, .malformedPlaceholder, .unknownKey, .fileTwice, .noSchema,
      .unsafePath, .unusedAllowance, .unknownAttribute, .unknownLanguage, .missingFinding,
      .unequalScales, .unquotedPlaceholder, .secretInLogin, .unusedKey, .wrongPlace, .wrongRedirect,
      .wrongEncoding, .wrongFrontMatter, .undeclaredKey, .wrongHeadingName, .foreignAttribute,
      .misplacedPage, .unknownComment, .unclosed, .unknownCallout,
      .refusedByProgram, .unverified,
      .saidByShellCheck,
      .portNotOpened, .portUnused,
      .unknownTemplateName, .brokenTemplate, .missingTemplate, .unusedTemplate, .brokenTabs,
    ] + snippetRules).sorted { $0.id < $1.id }
}
