internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Policies that only the daemon refuses (moby's `container.RestartPolicy`), and conditions that
  /// compose takes for `none` without a word.
  static func restartPolicies(in service: TypedValue) -> [Diagnostic] {
    [
      wrongPolicy(service.member("restart"), ["no", "always", "on-failure", "unless-stopped"]),
      wrongPolicy(
        service["deploy"]?["restart_policy"]?.member("condition"),
        ["none", "on-failure", "any", "no", "always", "unless-stopped"]
      ),
    ].compactMap { $0 }
  }

  private static func wrongPolicy(_ member: TypedValue.Member?, _ known: [String]) -> Diagnostic? {
    guard let member, let text = member.value.string, !text.contains("$"), !known.contains(text)
    else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let range = member.value.range
    if member.key == "restart", parts.count == 2, known.contains(String(parts[0])) {
      guard parts[0] != "on-failure" else {
        return UInt(parts[1]) != nil
          ? nil
          : Diagnostic(
            SchemaRules.compose.type,
            at: range,
            "`on-failure` wants a number of attempts, but got `\(parts[1])`"
          )
      }
      return Diagnostic(
        SchemaRules.compose.type,
        at: range,
        "only `on-failure` takes a number of attempts, but got `\(text)`"
      )
    }
    let listed = known.map { "`\($0)`" }.joined(separator: ", ")
    var finding = Diagnostic(
      SchemaRules.compose.type,
      at: range,
      "`\(member.key)` wants one of \(listed), but got `\(text)`",
      fixes: .replacements(NameIndex(known).nearest(to: text), at: range)
    )
    if member.key == "condition" { finding.severity = .warning }
    return finding
  }
}
