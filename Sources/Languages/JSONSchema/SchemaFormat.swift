internal import Text

/// A format that `format` of a schema may name, the standard's and those of configuration files.
package struct SchemaFormat: Sendable {
  /// What is expected, with an example.
  package let expected: String
  /// Whether a text has the format.
  package let fits: @Sendable (String) -> Bool

  /// The formats by name; others are not asserted.
  package static let named: [String: SchemaFormat] = [
    "date": SchemaFormat("a date such as `2024-02-29`") { TimeFormats.isDate($0) },
    "date-time": SchemaFormat("a date and a time such as `2024-02-29T08:30:00Z`") {
      TimeFormats.isDateTime($0)
    },
    "email": SchemaFormat("an address such as `admin@example.org`") { NetworkFormats.isEmail($0) },
    "hostname": SchemaFormat("the name of a host such as `db1.example.org`") {
      NetworkFormats.isHostname($0)
    },
    "ipv4": SchemaFormat("an IPv4 address such as `10.20.0.10`") { NetworkFormats.isIPv4($0) },
    "ipv6": SchemaFormat("an IPv6 address such as `fd00::10`") { NetworkFormats.isIPv6($0) },
    "json-pointer": SchemaFormat("a JSON pointer such as `/spec/name`") {
      IdentifierFormats.isJSONPointer($0)
    },
    "regex": SchemaFormat("a regular expression of ECMAScript") { Pattern($0) != nil },
    "time": SchemaFormat("a time with its offset such as `08:30:00Z`") { TimeFormats.isTime($0) },
    "uri": SchemaFormat("a URI such as `https://example.org/`") { IdentifierFormats.isURI($0) },
    "uri-reference": SchemaFormat("a URI or a path such as `/metrics`") {
      IdentifierFormats.isURIReference($0)
    },
    "uuid": SchemaFormat("a UUID such as `123e4567-e89b-12d3-a456-426614174000`") {
      IdentifierFormats.isUUID($0)
    },

    "byte-size": SchemaFormat("an amount of data such as `512m`") { ByteSize.fits($0) },
    "docker-image": SchemaFormat("the name of an image such as `redis:7.4`") { isImage($0) },
    "go-duration": SchemaFormat("a duration such as `1m30s`") { GoDuration.fits($0) },
    "host-port": SchemaFormat("a host and a port such as `10.20.0.10:443`") {
      NetworkFormats.isHostPort($0)
    },
    "prometheus-duration": SchemaFormat("a duration such as `1m30s`") {
      PrometheusDuration.fits($0)
    },
  ]

  private init(_ expected: String, _ fits: @escaping @Sendable (String) -> Bool) {
    self.expected = expected
    self.fits = fits
  }

  /// A repository with optional registry, then a tag, a digest or both.
  private static func isImage(_ text: String) -> Bool { imagePattern?.occurs(in: text) ?? true }

  private static let imagePattern = Pattern(
    "^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*)(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
      + "(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
      + "(?:@[a-z0-9]+:[a-f0-9]{32,})?$"
  )
}
