internal import Diagnostics

extension Rule {
  static let secretValue = Rule(
    "data/secret-value",
    reports: "A data file that gives a value to a secret.",
    why: "A secret in a repository is no longer secret; replace it on every server that uses it.",
    fires: Example(
      path: "data/common.yml",
      "net: { gateway: 10.20.0.1 }\nsecret: { db: hunter2 }\n"
    ),
    fixed: Example(path: "data/common.yml", "net: { gateway: 10.20.0.1 }\n")
  )
}

extension Diagnostic {
  /// The message never shows the value.
  static func secretValue(of key: String, at location: Location) -> Diagnostic {
    var finding = Diagnostic(
      .secretValue,
      at: location,
      "a value is not allowed for the secret `\(key)`",
      notes: [Note("Remove it here, and generate a new one where it is used.")]
    )
    finding.hidesSource = true
    return finding
  }
}
