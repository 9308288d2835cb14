internal import Diagnostics

extension Diagnostic {
  /// What is wrong with a compose file only once the values of its variables are put in, and the
  /// names that are declared neither in it nor in what it includes.
  static func variablesPutIn(in deployment: ReadSet) -> [Diagnostic] {
    deployment.projects.flatMap { $0.check(including: deployment.included(by: $0)) }
  }
}
