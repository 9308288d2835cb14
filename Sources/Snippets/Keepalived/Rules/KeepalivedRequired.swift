internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedRequired = Rule(
    "keepalived/required",
    reports:
      "An instance without a router ID, an interface or an address to move, or a script "
      + "without its command.",
    why: "Keepalived ignores the whole instance.",
    fires: .keepalived(
      "vrrp_instance shop {\n  interface eth0\n  priority 101\n"
        + "  virtual_ipaddress { 10.0.0.10/24 }\n}"
    ),
    fixed: .keepalived(Rule.Example.keepalivedMember("  advert_int 1"))
  )
}

extension Diagnostic {
  static func keepalivedRequired(
    in instance: KeepalivedStatement,
    of config: KeepalivedConfig
  ) -> [Diagnostic] {
    guard instance.block != nil, !config.includesOthers else { return [] }
    func missing(_ name: String) -> Diagnostic {
      let message = "missing `\(name)` in `vrrp_instance`"
      return Diagnostic(.keepalivedRequired, at: instance.name.range, message)
        .about(.lacking(name))
    }
    var findings: [Diagnostic] = []
    if instance.last("virtual_router_id") == nil { findings.append(missing("virtual_router_id")) }
    let hasInterface =
      instance.last("interface") != nil || config.global("default_interface") != nil
      || (instance.last("unicast_peer") != nil && instance.last("unicast_src_ip") != nil)
    if !hasInterface { findings.append(missing("interface")) }
    if instance.lines("virtual_ipaddress").isEmpty,
      instance.last("no_virtual_ipaddress") == nil,
      instance.lines("virtual_ipaddress_excluded").isEmpty
    {
      findings.append(missing("virtual_ipaddress"))
    }
    if let authentication = instance.last("authentication"),
      authentication.last("auth_type") != nil, authentication.last("auth_pass") == nil
    {
      let message = "missing `auth_pass`, which `auth_type` requires"
      let finding = Diagnostic(.keepalivedRequired, at: authentication.name.range, message)
      findings.append(finding.about(.lacking("auth_pass")))
    }
    return findings
  }

  static func keepalivedRequiredScripts(in config: KeepalivedConfig) -> [Diagnostic] {
    config.all("vrrp_script").filter { $0.block != nil && $0.last("script") == nil }.map { script in
      let message = "missing `script` in `vrrp_script`"
      return Diagnostic(.keepalivedRequired, at: script.name.range, message)
        .about(.lacking("script"))
    }
  }
}
