internal import Diagnostics
internal import Languages

/// Finds what bash accepts and nobody means.
typealias ShellPitfall = @Sendable (_ script: ShellScript, _ text: [UInt8]) -> [Diagnostic]

extension Diagnostic {
  /// Every pitfall; each beneath its rule.
  static let shellPitfalls: [ShellPitfall] = [
    pastedIntoShell, brokenContinuations, promptsInScript, dangerousRemovals, rootRedirections,
  ]
}
