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
            "expected a number of attempts after `on-failure:`, found `\(parts[1])`"
          )
      }
      return Diagnostic(
        SchemaRules.compose.type,
        at: range,
        "expected a number of attempts only after `on-failure`, found `\(text)`"
      )
    }
    let listed = ValueShape.list(known)
    var finding = Diagnostic(
      SchemaRules.compose.type,
      at: range,
      "expected \(listed) for `\(member.key)`, found `\(text)`",
      fixes: .replacements(NameIndex(known).nearest(to: text), at: range)
    )
    if member.key == "condition" { finding.severity = .warning }
    return finding
  }
}
