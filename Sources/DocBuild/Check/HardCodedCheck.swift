package import Diagnostics
internal import Text
internal import Values

/// Finds values of customers that a guide spells out where a placeholder belongs.
package struct HardCodedCheck {
  /// The keys by the texts of their values.
  private let keys: [String: String]
  private let networks: [(address: IPv4Address, prefix: Int)]

  init(_ values: ValueTable) {
    var keys: [String: String] = [:]
    var networks: [(address: IPv4Address, prefix: Int)] = []
    for path in values.paths {
      guard let entry = values.entry(at: path) else { continue }
      switch (entry.declaration.type.kind, entry.value) {
      case (.cidr, .cidr(let address, let prefix)): networks.append((address, prefix))
      case (.ipv4, _): keys[entry.value.plainText] = keys[entry.value.plainText] ?? path
      case (.fqdn, _), (.hostname, _), (.email, _), (.url, _):
        guard entry.declaration.source == .customer else { continue }
        keys[entry.value.plainText] = keys[entry.value.plainText] ?? path
      default: continue
      }
    }
    self.keys = keys
    self.networks = networks
  }

  /// Returns the literals of a template that ought to be placeholders.
  package func check(_ template: Template) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    check(template.items, in: template.file, &findings)
    return findings
  }

  private func check(
    _ items: [Template.Item],
    in file: SourceFile,
    _ findings: inout [Diagnostic]
  ) {
    for item in items {
      switch item {
      case .text(let range): check(range, in: file, &findings)
      case .each(_, _, let body, _): check(body, in: file, &findings)
      case .condition(_, let then, let otherwise):
        check(then, in: file, &findings)
        check(otherwise, in: file, &findings)
      case .lineBreak, .placeholder, .escaped, .malformed, .include, .gap: break
      }
    }
  }

  private func check(
    _ range: Range<Int>,
    in file: SourceFile,
    _ findings: inout [Diagnostic]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      if file.bytes[start] == UInt8(ascii: "<"), file.bytes[start...].starts(with: "<!--".utf8) {
        start = endOfComment(from: start, in: file, to: range.upperBound)
        continue
      }
      guard isWordPart(file.bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < range.upperBound, isWordPart(file.bytes[end]) { end += 1 }
      let next = end
      while end > start, !(file.bytes[end - 1].isLower || file.bytes[end - 1].isDigit) { end -= 1 }
      if end - start > 3, let finding = finding(start..<end, in: file) { findings.append(finding) }
      start = next
    }
  }

  private func endOfComment(from start: Int, in file: SourceFile, to end: Int) -> Int {
    var place = start + 4
    while place < end {
      if file.bytes[place...].starts(with: "-->".utf8) { return place + 3 }
      place += 1
    }
    return end
  }

  private func isWordPart(_ byte: UInt8) -> Bool {
    byte.isLower || byte.isUpper || byte.isDigit || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private func finding(_ range: Range<Int>, in file: SourceFile) -> Diagnostic? {
    guard file.bytes[range].contains(UInt8(ascii: ".")) else { return nil }
    let literal = String(decoding: file.bytes[range], as: UTF8.self)
    let location = Location(path: file.path, range: range)
    let address = IPv4Address(literal)
    let isInside = address.map { address in
      networks.contains { address.network(prefix: $0.prefix) == $0.address }
    }
    guard let key = keys[literal] else {
      return isInside == true ? .hardCodedValue(literal, key: nil, at: location) : nil
    }
    return .hardCodedValue(literal, key: key, at: location)
  }
}
