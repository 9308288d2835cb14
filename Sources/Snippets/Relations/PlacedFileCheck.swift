public import Deployment
public import Diagnostics

/// Checks that compare the files of a set with each other.
///
/// Its places are in the placed files and commands: whoever placed them maps them outwards.
public enum PlacedFileCheck {
  /// Every check, in the order of the findings.
  static let all: [Check<ReadSet>] = [
    Check(.keepalivedPair, .keepalivedPriority, find: Diagnostic.keepalivedPairs),
    Check(.keepalivedWeight, find: Diagnostic.keepalivedWeights),
    Check(.undefinedVariable, find: Diagnostic.variablesWithoutValue),
    Check(.unusedVariable, find: Diagnostic.unusedVariables),
    Check(.unencodedVariable, find: Diagnostic.unencodedVariables),
    Check(Format.compose.rules + [.yamlSyntax], find: Diagnostic.variablesPutIn),
    Check(.portTwice, find: Diagnostic.portsTwiceOnServers),
    Check(.nameTwice, find: Diagnostic.namesTwiceOnServers),
    Check(.missingComposeFile, .undefinedService, find: Diagnostic.missingComposeFiles),
    Check(.missingBind, find: Diagnostic.missingBinds),
    Check(.noListener) {
      Diagnostic.connectionsToNothing($0.facts, $0.network, unread: $0.set.unread)
    },
    Check(.differentSecret, .unknownLogin) { set in
      let findings = Diagnostic.differentSecrets(among: set.facts.secrets, shown: set.shown)
      // What gives a login may be in what cannot be read.
      return set.set.unread.isEmpty
        ? findings : findings.filter { $0.rule != Rule.unknownLogin.id }
    },
    Check(.connectionsOutOfOrder, find: Diagnostic.connectionsOutOfOrder),
    Check(.missingReference, find: Diagnostic.missingReferences),
  ]

  /// Holds the files of a set against each other.
  ///
  /// - Parameter set: one set, with every file and server of it.
  /// - Returns: the ports that its servers bind, and what is wrong, in the order of the checks.
  public static func check(_ set: PlacedSet) -> Outcome<[BoundPort]> {
    let deployment = ReadSet(set)
    return Outcome(
      deployment.facts.listeners.map(BoundPort.init),
      all.flatMap { $0.findings(in: deployment) }
        + Program.all.flatMap(\.format.across).flatMap { $0.findings(in: set) }
    )
  }
}
