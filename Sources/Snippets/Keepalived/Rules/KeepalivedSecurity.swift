internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedSecurity = Rule(
    "keepalived/security",
    .warning,
    reports:
      "A script that runs without `enable_script_security`, or as a user that does not exist.",
    why:
      "Keepalived runs it as root although others can change it, or ignores it for lack of the user "
      + "`keepalived_script`.",
    fires: .keepalived(
      "vrrp_script check {\n  script \"/usr/bin/true\"\n}\n"
        + Rule.Example.keepalivedMember("  track_script { check }")
    ),
    fixed: .keepalived(
      "global_defs {\n  enable_script_security\n  script_user root\n}\n"
        + "vrrp_script check {\n  script \"/usr/bin/true\"\n}\n"
        + Rule.Example.keepalivedMember("  track_script { check }")
    )
  )
}

extension Diagnostic {
  static func keepalivedSecurity(of config: KeepalivedConfig) -> [Diagnostic] {
    let scripts = config.all("vrrp_script")
    var findings = keepalivedRequiredScripts(in: config)
    guard !config.includesOthers, let first = scripts.first else { return findings }
    if config.global("enable_script_security") == nil {
      let message = "missing `enable_script_security` in `global_defs`, which scripts require"
      findings.append(Diagnostic(.keepalivedSecurity, at: first.name.range, message))
    }
    if config.global("script_user") == nil,
      let script = scripts.first(where: { $0.last("user") == nil })
    {
      let message =
        "missing `script_user` in `global_defs`; the default, `keepalived_script`, rarely exists"
      findings.append(Diagnostic(.keepalivedSecurity, at: script.name.range, message))
    }
    return findings
  }
}
