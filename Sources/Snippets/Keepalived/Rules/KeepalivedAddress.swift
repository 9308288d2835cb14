internal import Diagnostics
internal import Languages
internal import Text
internal import Values

extension Rule {
  static let keepalivedAddress = Rule(
    "keepalived/address",
    reports:
      "A malformed address of a peer, or one to be moved; or a server that is its own peer.",
    why: "Keepalived ignores the address, or talks to itself and assumes that it is alone.",
    fires: .keepalived(
      Rule.Example.keepalivedMember(
        "  unicast_src_ip 10.0.0.11\n  unicast_peer { 10.0.0.11 }"
      )
    ),
    fixed: .keepalived(
      Rule.Example.keepalivedMember(
        "  unicast_src_ip 10.0.0.11\n  unicast_peer { 10.0.0.12 }"
      )
    )
  )
}

extension Diagnostic {
  static func keepalivedAddresses(in instance: KeepalivedStatement) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func wrong(_ word: Word, _ expected: String) {
      let message = "expected \(expected), found `\(word.text)`"
      findings.append(Diagnostic(.keepalivedAddress, at: word.range, message))
    }
    for block in ["virtual_ipaddress", "virtual_ipaddress_excluded"] {
      for line in instance.lines(block) where !line.name.text.contains("$") {
        if !isNetworkAddress(line.name.text) {
          wrong(line.name, "an address with its prefix such as `10.20.0.10/24`")
        }
        findings += interfaces(of: line)
      }
    }
    for block in ["virtual_routes", "virtual_rules"] {
      for word in instance.lines(block).flatMap(\.words)
      where looksLikeAddress(word.text) && !isNetworkAddress(word.text) {
        wrong(word, "an address or a network such as `10.20.0.0/24`")
      }
    }
    let own = instance.last("unicast_src_ip")
    for line in instance.lines("unicast_peer") where !line.name.text.contains("$") {
      if !ValueShape.isAddress(line.name.text) {
        wrong(line.name, "the address of a peer")
      } else if line.condition == nil, own?.condition == nil,
        own?.values.first?.text == line.name.text
      {
        let message = "expected the address of a peer, found this server's own, `\(line.name.text)`"
        findings.append(Diagnostic(.keepalivedAddress, at: line.name.range, message))
      }
    }
    return findings
  }

  /// Digits with dots, and with a length or without: nothing else looks so.
  private static func looksLikeAddress(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
      && text.count { $0 == "." } > 1
  }

  private static func isNetworkAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, ValueShape.isAddress(parts[0]) else { return false }
    guard parts.count == 2 else { return true }
    return ValueShape.integer(in: parts[1]).map {
      0...(IPv4Address(parts[0]) != nil ? 32 : 128) ~= $0
    } ?? false
  }

  private static func interfaces(of line: KeepalivedStatement) -> [Diagnostic] {
    zip(line.words, line.words.dropFirst()).compactMap { word, name in
      guard word.text == "dev", name.text.utf8.count > 15 else { return nil }
      let message = "expected the name of an interface, at most 15 bytes"
      return Diagnostic(.keepalivedType, at: name.range, message)
    }
  }
}
