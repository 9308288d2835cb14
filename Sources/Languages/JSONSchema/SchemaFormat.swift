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
    "positive-duration": SchemaFormat("a duration above zero such as `1m30s`") {
      PrometheusDuration.milliseconds(of: $0).map { $0 > 0 } ?? false
    },
    "base2-bytes": SchemaFormat("an amount of data with its unit such as `100MB`") {
      MonitoringFormats.isBytes($0)
    },
    "rule-glob": SchemaFormat("a path with `*` in its last part alone such as `rules/*.yml`") {
      MonitoringFormats.isRuleGlob($0)
    },
    "file-sd-path": SchemaFormat("a path that ends in `.json`, `.yml` or `.yaml`") {
      MonitoringFormats.isTargetFile($0)
    },
    "host-without-path": SchemaFormat("a host and a port without `/` such as `10.20.0.10:9100`") {
      !$0.contains("/")
    },
    "http-url": SchemaFormat("an HTTP address such as `https://example.org/`") {
      MonitoringFormats.isWebAddress($0)
    },
    "http-url-or-template": SchemaFormat("an HTTP address such as `https://example.org/`") {
      $0.contains("{{") || MonitoringFormats.isWebAddress($0)
    },
    "clock-time": SchemaFormat("a time of the day such as `09:00`") {
      MonitoringFormats.isTime($0)
    },
    "weekday-range": SchemaFormat("days of the week such as `monday:friday`") {
      MonitoringFormats.isWeekdays($0)
    },
    "day-range": SchemaFormat("days of the month such as `1:5` or `-3:-1`") {
      MonitoringFormats.isDays($0)
    },
    "month-range": SchemaFormat("months such as `may:august` or `1:3`") {
      MonitoringFormats.isMonths($0)
    },
    "year-range": SchemaFormat("years such as `2026:2028`") { MonitoringFormats.isYears($0) },
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
