internal import Diagnostics

/// Checks of what the files of a set say about each other, each in the file of its rule.
enum DeploymentCheck {
  /// A check over all files of a set; a place in a file has the file's index as its path.
  typealias Check = @Sendable (_ deployment: Deployment) -> [Diagnostic]

  /// Every check.
  static let all: [Check] = [
    Diagnostic.variablesWithoutValue, Diagnostic.unusedVariables, Diagnostic.variablesPutIn,
    Diagnostic.portsTwiceOnServers, Diagnostic.namesTwiceOnServers, Diagnostic.missingComposeFiles,
  ]

  /// Returns what the files of a set say that does not fit together.
  static func check(_ set: PlacedSet) -> [Diagnostic] {
    let deployment = Deployment(set)
    return all.flatMap { $0(deployment) }
  }
}
