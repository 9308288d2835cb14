internal import Diagnostics
internal import Languages
internal import Values

/// Finds elements that overlap where each packet must meet one alone.
struct NFTablesIntervals {
  private(set) var findings: [Diagnostic] = []

  /// Compares elements of one value each; others are not compared.
  init(_ elements: [GrammarNode], in config: NFTablesConfig) {
    var known: [(low: UInt64, high: UInt64, element: GrammarNode, isPlain: Bool)] = []
    for element in elements {
      guard let items = element.child("Right1"), items.children.count == 1,
        let (low, high, isPlain) = Self.interval(items.children[0], in: config)
      else { continue }
      known.append((low, high, element, isPlain))
    }
    guard known.contains(where: { !$0.isPlain }) || known.count > 1 else { return }
    known.sort { ($0.low, $0.element.tokens.lowerBound) < ($1.low, $1.element.tokens.lowerBound) }
    for (one, next) in zip(known, known.dropFirst()) where next.low <= one.high {
      let isFirst = one.element.tokens.lowerBound < next.element.tokens.lowerBound
      let (first, second) = isFirst ? (one.element, next.element) : (next.element, one.element)
      findings.append(.nftablesOverlap(config.range(second), first: config.range(first)))
    }
  }

  private static func interval(
    _ item: GrammarNode,
    in config: NFTablesConfig
  ) -> (low: UInt64, high: UInt64, isPlain: Bool)? {
    guard let first = item.children.first, first.tokens.count == 1 else { return nil }
    let text = config.words(first)
    guard let low = NFTablesValue.order(of: text) else { return nil }
    if let range = item.child("Range") {
      guard let high = NFTablesValue.order(of: config.words(range.children[0])) else { return nil }
      return (low, high, false)
    }
    if let prefix = item.child("Prefix") {
      guard IPv4Address(text) != nil,
        let length = Int(config.tokens[prefix.tokens.upperBound - 1].text), 0...32 ~= length
      else { return nil }
      let size = UInt64(1) << UInt64(32 - length)
      return (low / size * size, low / size * size + size - 1, false)
    }
    return (low, low, true)
  }
}
