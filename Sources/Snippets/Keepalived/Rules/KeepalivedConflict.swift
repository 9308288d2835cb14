internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedConflict = Rule(
    "keepalived/conflict",
    reports: "Settings of an instance that cannot be used together.",
    why: "Keepalived ignores one of them, and only its log says which.",
    fires: .keepalived(Rule.Example.keepalivedMember("  state MASTER\n  nopreempt")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  state BACKUP\n  nopreempt"))
  )

  static let keepalivedPassword = Rule(
    "keepalived/password",
    reports: "A password of more than eight characters.",
    why: "Keepalived uses only the first eight, so the rest adds no security.",
    fires: .keepalived(
      Rule.Example.keepalivedMember(
        "  authentication { \n    auth_type PASS\n    auth_pass 0123456789\n  }"
      )
    ),
    fixed: .keepalived(
      Rule.Example.keepalivedMember(
        "  authentication { \n    auth_type PASS\n    auth_pass 01234567\n  }"
      )
    )
  )
}

extension Diagnostic {
  /// What `vrrp_complete_instance` of keepalived's vrrp.c complains about.
  static func keepalivedConflicts(
    in instance: KeepalivedStatement,
    of config: KeepalivedConfig
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func conflict(_ place: KeepalivedStatement, _ message: String) {
      findings.append(Diagnostic(.keepalivedConflict, at: place.name.range, message))
    }
    let isMaster = instance.last("state")?.values.first?.text == "MASTER"
    for name in ["nopreempt", "preempt_delay"] {
      guard isMaster, let statement = instance.last(name) else { continue }
      conflict(statement, "`\(name)` has no effect with `state MASTER`; use `BACKUP`")
    }
    if let delay = instance.last("preempt_delay"), instance.last("nopreempt") != nil {
      conflict(delay, "`preempt_delay` cannot be used with `nopreempt`")
    }
    let authentication = instance.last("authentication")
    if isMaster, let type = authentication?.last("auth_type"), type.values.first?.text == "AH" {
      conflict(type, "`auth_type AH` cannot be used with `state MASTER`; use `BACKUP`")
    }
    let version = (instance.last("version") ?? config.global("vrrp_version"))?.values.first?.text
    let mode = instance.last("strict_mode")?.values.first?.text ?? "on"
    let isStrict =
      instance.last("strict_mode") == nil
      ? config.global("vrrp_strict") != nil : ["on", "yes", "true"].contains(mode)
    if let authentication, isStrict || version == "3" {
      let reason = isStrict ? "in strict mode" : "in version 3 of VRRP"
      conflict(authentication, "`authentication` is not available \(reason)")
    }
    if isStrict, let peers = instance.last("unicast_peer") {
      conflict(peers, "unicast peers are not available in strict mode")
    }
    if let word = authentication?.last("auth_pass")?.values.first, word.text.utf8.count > 8 {
      let message = "expected a password of at most 8 characters; keepalived cuts off the rest"
      var finding = Diagnostic(.keepalivedPassword, at: word.range, message)
      finding.hidesSource = true
      findings.append(finding)
    }
    return findings + advertInterval(of: instance, version: version)
  }

  /// Version 2 counts whole seconds up to 255, version 3 hundredths up to 40.95.
  private static func advertInterval(
    of instance: KeepalivedStatement,
    version: String?
  ) -> [Diagnostic] {
    guard let word = instance.last("advert_int")?.values.first, let seconds = Double(word.text)
    else { return [] }
    let isIPv6 = instance.lines("virtual_ipaddress").contains { $0.name.text.contains(":") }
    let expected: String? =
      if version == "3" || isIPv6 {
        (0.01...40.95).contains(seconds) ? nil : "between 0.01 and 40.95 seconds"
      } else {
        (1...255).contains(seconds) && seconds == seconds.rounded()
          ? nil
          : "a whole number of seconds between 1 and 255"
      }
    return expected.map {
      [Diagnostic(.keepalivedType, at: word.range, "expected \($0) for `advert_int`")]
    } ?? []
  }
}
