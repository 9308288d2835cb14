internal import Diagnostics
internal import Languages
internal import Text

extension Format {
  /// `/etc/hosts`: addresses with the names that they answer to.
  static let hosts = Format(
    .text { $0.read(by: HostsFile.init).findings },
    rules: [.hostsAddress, .hostsName, .hostsDuplicate, .hostsLoopback],
    facts: .hosts
  )
}

/// The lines of a hosts file (hosts(5)).
struct HostsFile {
  private(set) var entries: [(address: Word, names: [Word])] = []
  private static let dialect = LineDialect(
    trailingComments: [UInt8(ascii: "#")],
    trailingCommentsNeedBlank: false
  )

  init(_ text: [UInt8]) {
    for line in LogicalLine.lines(of: text, Self.dialect) {
      let words = line.words(Self.dialect)
      guard let first = words.first else { continue }
      entries.append((first, Array(words.dropFirst())))
    }
  }

  var findings: [Diagnostic] { entries.flatMap(findings) + contradictions }

  private func findings(of entry: (address: Word, names: [Word])) -> [Diagnostic] {
    let address = entry.address
    guard PortMapping.isAddress(address.text.prefix { $0 != "%" }.description) else {
      return [.wrongHostAddress(address.text, at: address.range)]
    }
    if entry.names.isEmpty { return [.missingHostName(address.text, at: address.range)] }
    return entry.names.compactMap { name in
      if !Self.isName(name.text) { return .wrongHostName(name.text, at: name.range) }
      guard address.text == "127.0.1.1" else { return nil }
      return .loopbackName(name.text, at: name.range)
    }
  }

  /// Letters, digits, `-` and `_` between dots, at most 63 in each part.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 253
      && name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { part in
          1...63 ~= part.count && part.first != UInt8(ascii: "-") && part.last != UInt8(ascii: "-")
            && part.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: "-") }
        }
  }

  /// One name with two addresses of the same kind: the first one wins.
  ///
  /// Servers that each have a name of their own may share another one on purpose.
  private var contradictions: [Diagnostic] {
    var first: [String: (address: String, range: Range<Int>)] = [:]
    var findings: [Diagnostic] = []
    for entry in entries where entry.address.text != "127.0.1.1" {
      let kind = entry.address.text.contains(":") ? "6" : "4"
      let keys = entry.names.map { kind + $0.text.lowercased() }
      let hasOwnName = keys.contains { first[$0].map { $0.address == entry.address.text } ?? true }
      for (key, name) in zip(keys, entry.names) {
        guard let known = first[key] else {
          first[key] = (entry.address.text, name.range)
          continue
        }
        guard known.address != entry.address.text, !hasOwnName else { continue }
        findings.append(
          .hostTwice(name.text, at: name.range, address: known.address, first: known.range)
        )
      }
    }
    return findings
  }
}
