internal import Diagnostics
internal import Languages

extension Rule.Example {
  static func keepalived(_ lines: String) -> Rule.Example {
    .fence("text file=keepalived.conf", lines)
  }

  /// A member that keepalived accepts, with some lines of its instance.
  static func keepalivedMember(_ lines: String) -> String {
    """
    vrrp_instance shop {
      interface eth0
      virtual_router_id 51
      priority 101
    \(lines)
      virtual_ipaddress { 10.0.0.10/24 }
    }
    """
  }
}

extension Rule {
  static let keepalivedUnknownKey = Rule(
    "keepalived/unknown-key",
    reports: "A keyword that keepalived does not know in this block.",
    why: "Keepalived logs it and ignores the line, so the address may never move.",
    fires: .keepalived(Rule.Example.keepalivedMember("  advert_in 1")),
    fixed: .keepalived(Rule.Example.keepalivedMember("  advert_int 1"))
  )
}

extension Diagnostic {
  static func keepalivedUnknown(_ name: Word, in section: String, hasBlock: Bool) -> Diagnostic {
    let table = KeepalivedTable.all
    let names = table.names(in: section)
    let place = section.isEmpty ? "at the top" : "in `\(section)`"
    let owners = table.sectionNames.filter {
      $0 != section && table.directive(name.text, in: $0) != nil
    }
    let note =
      owners.isEmpty
      ? []
      : [Note("It belongs in \(ValueShape.list(owners.map { $0.isEmpty ? "the top" : $0 })).")]
    return Diagnostic(
      .keepalivedUnknownKey,
      at: name.range,
      "unknown keyword `\(name.text)` \(place)",
      notes: note,
      fixes: .replacements(NameIndex(names).nearest(to: name.text), at: name.range)
    )
  }
}
