internal import Diagnostics

extension Rule {
  static let secretValue = Rule(
    "data/secret-value",
    reports: "A data file gives a value to a secret.",
    why: "A secret in a repository is no longer one; replace it on every server that used it.",
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
      "`\(key)` is a secret and takes no value in any file",
      notes: [Note("remove it here, and make a new one where it is used")]
    )
    finding.hidesSource = true
    return finding
  }
}
