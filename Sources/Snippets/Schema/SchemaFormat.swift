internal import Patterns

/// A format that `format` of a schema may name, the standard's and those of configuration files.
struct SchemaFormat: Sendable {
  /// What is expected, with an example.
  let expected: String
  /// Whether a text has the format.
  let fits: @Sendable (String) -> Bool

  /// The formats by name; others are not asserted.
  static let named: [String: SchemaFormat] = [
    "ipv4": SchemaFormat("an IPv4 address such as `10.20.0.10`") { isIPv4($0) },
    "go-duration": SchemaFormat("a duration such as `1m30s`") { GoDuration.fits($0) },
    "prometheus-duration": SchemaFormat("a duration such as `1m30s`") {
      PrometheusDuration.fits($0)
    },
    "byte-size": SchemaFormat("an amount of data such as `512m`") { ByteSize.fits($0) },
    "host-port": SchemaFormat("a host and a port such as `10.20.0.10:443`") { isHostPort($0) },
    "docker-image": SchemaFormat("the name of an image such as `redis:7.4`") { isImage($0) },
    "regex": SchemaFormat("a regular expression") { Pattern($0) != nil },
  ]

  private init(_ expected: String, _ fits: @escaping @Sendable (String) -> Bool) {
    self.expected = expected
    self.fits = fits
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { 48...57 ~= $0 } && UInt8(part) != nil
          && (part.count == 1 || !part.hasPrefix("0"))
      }
  }

  /// A name, an IPv4 address or an IPv6 address in brackets, then a port; `*` and nothing stand for
  /// all addresses.
  private static func isHostPort(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":") else { return false }
    let host = text[..<colon]
    let port = text[text.index(after: colon)...]
    guard let number = Int(port), 1...65535 ~= number, port.utf8.allSatisfy({ 48...57 ~= $0 })
    else { return false }
    if host.hasPrefix("["), host.hasSuffix("]") { return host.contains(":") }
    return host == "*"
      || host.utf8.allSatisfy { byte in
        48...57 ~= byte || 97...122 ~= byte | 0x20 || [0x2D, 0x2E, 0x5F].contains(byte)
      }
  }

  /// A repository with optional registry, then a tag, a digest or both.
  private static func isImage(_ text: String) -> Bool { imagePattern?.occurs(in: text) ?? true }

  private static let imagePattern = Pattern(
    "^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*)(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
      + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
      + "(?:@[a-z0-9]+:[a-f0-9]{32,})?$"
  )
}
