internal import Diagnostics
internal import Languages

extension Rule.Example {
  /// A page with the file of a member, which stands on both servers of the group `pair`.
  static func keepalivedPair(_ lines: String) -> Rule.Example {
    .chapter(
      "# Pair\n\n```text file=keepalived.conf host=web\n\(keepalivedMember(lines))\n```\n"
    )
  }
}

extension Rule {
  static let keepalivedPair = Rule(
    "keepalived/pair",
    reports:
      "Members of an instance that differ in what must be equal, or are not each other's peers.",
    why: "Each of them takes the address, so two servers answer and connections break at random.",
    fires: Rule.Example.keepalivedPair("  @web1 advert_int 1\n  @web2 advert_int 2"),
    fixed: Rule.Example.keepalivedPair("  advert_int 1")
  )

  static let keepalivedPriority = Rule(
    "keepalived/priority",
    .warning,
    reports: "Two members of an instance with the same priority.",
    why: "The member with the higher address wins, whichever was meant.",
    fires: Rule.Example.keepalivedPair("  advert_int 1"),
    fixed: Rule.Example.keepalivedPair("  @web2 priority 102")
  )
}

extension Diagnostic {
  static func keepalivedPairs(in deployment: ReadSet) -> [Diagnostic] {
    KeepalivedMember.sets(in: deployment.set.files).flatMap { members in
      let first = members[0]
      return members.dropFirst().flatMap { unequal($0, first) }
        + members.flatMap { unknownPeers(of: $0, among: members) }
        + samePriorities(members)
    }
  }

  private static func unequal(_ member: KeepalivedMember, _ first: KeepalivedMember) -> [Diagnostic]
  {
    var findings: [Diagnostic] = []
    for name in ["virtual_router_id", "advert_int", "version"] {
      let (value, other) = (member.value(name), first.value(name))
      guard let value, value.text != (other?.text ?? (name == "advert_int" ? "1" : nil)) else {
        continue
      }
      findings.append(
        pair(
          member,
          value.range,
          "`\(name)` must be the same on `\(first.file.server)` and `\(member.file.server)`",
          other.map { Note("the other one is here", at: first.location($0.range)) }
        )
      )
    }
    let (own, others) = (member.addresses.map(\.text), first.addresses.map(\.text))
    if Set(own) != Set(others), let place = member.addresses.first {
      let odd =
        member.addresses.first { !others.contains($0.text) } ?? place
      findings.append(
        pair(
          member,
          odd.range,
          "`\(first.file.server)` and `\(member.file.server)` must move the same addresses",
          first.addresses.first.map {
            Note("those of the other are here", at: first.location($0.range))
          }
        )
      )
    }
    return findings + unequalAuthentication(member, first)
  }

  private static func unequalAuthentication(
    _ member: KeepalivedMember,
    _ first: KeepalivedMember
  ) -> [Diagnostic] {
    func words(_ member: KeepalivedMember) -> [String] {
      ["auth_type", "auth_pass"].map { name in
        let text = member.instance.last("authentication")?.last(name)?.values.first?.text ?? ""
        return String(decoding: text.utf8.prefix(8), as: UTF8.self)
      }
    }
    guard words(member) != words(first) else { return [] }
    let place = member.instance.last("authentication")?.name ?? member.instance.name
    return [
      pair(
        member,
        place.range,
        "`authentication` must be the same on `\(first.file.server)` and `\(member.file.server)`",
        nil
      )
    ]
  }

  /// Only where every member says its own address: else nobody can tell who is meant.
  private static func unknownPeers(
    of member: KeepalivedMember,
    among members: [KeepalivedMember]
  ) -> [Diagnostic] {
    guard members.allSatisfy({ $0.value("unicast_src_ip") != nil }),
      let block = member.instance.last("unicast_peer")
    else { return [] }
    let peers = member.peers.map(\.text)
    var findings: [Diagnostic] = []
    for other in members where other.file.server != member.file.server {
      guard let address = other.value("unicast_src_ip"), !peers.contains(address.text) else {
        continue
      }
      findings.append(
        pair(
          member,
          block.name.range,
          "`\(member.file.server)` must have `\(address.text)`, which is `\(other.file.server)`, as "
            + "a peer",
          Note("its address is here", at: other.location(address.range))
        )
      )
    }
    if let own = member.value("unicast_src_ip"),
      let itself = member.peers.first(where: { $0.text == own.text })
    {
      let message =
        "expected the address of a peer, found `\(own.text)`, which is `\(member.file.server)` itself"
      findings.append(pair(member, itself.range, message, nil))
    }
    return findings
  }

  private static func samePriorities(_ members: [KeepalivedMember]) -> [Diagnostic] {
    var seen: [Int: KeepalivedMember] = [:]
    return members.compactMap { member in
      guard let first = seen[member.priority] else {
        seen[member.priority] = member
        return nil
      }
      let place = member.value("priority") ?? member.instance.name
      let message =
        "`\(first.file.server)` and `\(member.file.server)` have the same priority, "
        + "\(member.priority)"
      return Diagnostic(.keepalivedPriority, at: member.location(place.range), message)
    }
  }

  private static func pair(
    _ member: KeepalivedMember,
    _ range: Range<Int>,
    _ message: String,
    _ note: Note?
  ) -> Diagnostic {
    Diagnostic(
      .keepalivedPair,
      at: member.location(range),
      message,
      notes: note.map { [$0] } ?? []
    )
  }
}
