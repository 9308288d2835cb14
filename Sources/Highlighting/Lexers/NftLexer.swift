internal import Text

/// Rules of nftables.
enum NftLexer: Lexer {
  static func scan(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.index
      switch scanner.next {
      case .hash: scanner.addLine(.comment)
      case .quote: scanner.addQuoted(isOneLine: true)
      case .dollar, .at:
        scanner.advance()
        scanner.skip(.identifier)
        scanner.add(.variable, from: start)
      case let byte where wordBytes.contains(byte):
        scanner.skip(wordBytes)
        let word = start..<scanner.index
        if verdicts.contains(scanner.text, word) {
          scanner.add(.name, from: start)
        } else if keywords.contains(scanner.text, word) {
          scanner.add(.keyword, from: start)
        } else {
          scanner.addWord(from: start)
        }
      default: scanner.advance()
      }
    }
  }

  private static let wordBytes = ByteClass.identifier.union("-.:/")
  private static let verdicts = WordSet(
    "accept drop reject queue return jump goto continue masquerade snat dnat redirect"
  )
  private static let keywords = WordSet(
    """
    add chain ct counter define delete destroy device elements flags flush hook iif iifname \
    include inet ip ip6 arp bridge netdev icmp icmpv6 tcp udp sctp dccp limit list log map meta \
    oif oifname policy prefix priority rule ruleset saddr daddr sport dport set state table timeout \
    type typeof vmap comment
    """
  )
}
