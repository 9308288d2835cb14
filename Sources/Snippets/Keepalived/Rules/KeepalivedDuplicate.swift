internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedDuplicate = Rule(
    "keepalived/duplicate",
    reports:
      "Two instances, scripts or groups with the same name, or two instances with the same router ID on "
      + "one interface.",
    why: "Keepalived ignores the second one.",
    fires: .keepalived(
      Rule.Example.keepalivedMember("  advert_int 1") + "\n"
        + Rule.Example.keepalivedMember("  advert_int 1")
    ),
    fixed: .keepalived(Rule.Example.keepalivedMember("  advert_int 1"))
  )
}

extension Diagnostic {
  private static let named = [
    "vrrp_instance", "vrrp_script", "vrrp_sync_group", "vrrp_track_process", "track_file",
    "bfd_instance",
  ]

  static func keepalivedDuplicates(in config: KeepalivedConfig) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for keyword in named {
      findings += duplicates(config.all(keyword).compactMap(\.values.first)) {
        "duplicate `\(keyword) \($0.text)`"
      }
    }
    var routers: [String: Word] = [:]
    for instance in config.all("vrrp_instance") {
      guard let id = instance.last("virtual_router_id")?.values.first,
        let interface = instance.last("interface")?.values.first
      else { continue }
      // IPv4 and IPv6 count their routers apart.
      let isIPv6 = instance.lines("virtual_ipaddress").contains { $0.name.text.contains(":") }
      let key = "\(interface.text) \(id.text) \(isIPv6)"
      if let first = routers[key] {
        findings.append(
          Diagnostic(
            .keepalivedDuplicate,
            at: id.range,
            "duplicate router ID `\(id.text)` on `\(interface.text)`",
            notes: [Note("first defined here", at: Location(range: first.range))]
          )
        )
      } else {
        routers[key] = id
      }
    }
    return findings
  }

  private static func duplicates(_ words: [Word], _ message: (Word) -> String) -> [Diagnostic] {
    var first: [String: Word] = [:]
    return words.compactMap { word in
      guard let other = first[word.text] else {
        first[word.text] = word
        return nil
      }
      return Diagnostic(
        .keepalivedDuplicate,
        at: word.range,
        message(word),
        notes: [Note("first defined here", at: Location(range: other.range))]
      )
    }
  }
}
