extension ValueType.Kind {
  /// What values of the kind look like.
  public var shape: KindShape {
    switch self {
    case .string: KindShape("a string", standIn: "text", .textOrNumber)
    case .secret: KindShape("a secret", standIn: "secret")
    case .int:
      KindShape("a whole number", standIn: "1", .whole(nil), matching: Part.whole) {
        Int($0).map { .int($0) }
      }
    case .float:
      KindShape("a number", standIn: "1", .number(nil), matching: Part.number) { text in
        Double(text).flatMap { $0.isFinite ? .float($0) : nil }
      }
    case .percent:
      KindShape(
        "a number from 0 to 100, with or without `%`",
        standIn: "50",
        .numberOrText(0...100),
        matching: "^[+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)%?$"
      ) { text in
        let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard let number = Double(digits), 0...100 ~= number else { return nil }
        return number == number.rounded() ? .int(Int(number)) : .float(number)
      }
    case .bool:
      KindShape(
        "`true` or `false`",
        standIn: "false",
        .truth,
        matching: "^(true|false)$",
        views: ["onoff"]
      ) { text in
        .bool(text == "true")
      }
    case .enumeration: KindShape("one of the values declared", standIn: "", .oneOf)
    case .ipv4:
      KindShape(
        "an IPv4 address (four numbers from 0 to 255, no leading zeros)",
        standIn: "192.0.2.1",
        matching: "^\(Part.ipv4)$"
      ) { IPv4Address($0).map { .ipv4($0) } }
    case .ipv6:
      KindShape(
        "an IPv6 address such as `fd00:20::10`",
        standIn: "2001:db8::1",
        matching: "^[0-9A-Fa-f:.]+$",
        and: .ipv6
      ) { IPv6Address($0).map { .ipv6($0) } }
    case .cidr:
      KindShape(
        "a network such as `10.20.0.0/24`",
        standIn: "192.0.2.0/24",
        matching: "^\(Part.ipv4)/(3[0-2]|[12]?[0-9])$",
        and: .network,
        views: ["network", "prefix"]
      ) { text in
        let parts = text.split(separator: "/").map(String.init)
        guard let address = IPv4Address(parts[0]), let prefix = Int(parts[1]) else { return nil }
        return .cidr(address, prefix: prefix)
      }
    case .hostname:
      KindShape(
        "a host name in lower case",
        standIn: "host",
        matching: "^\(Part.labels)*$",
        and: .name
      )
    case .fqdn:
      KindShape(
        "a full domain name in lower case such as `chat.example.org`",
        standIn: "host.example.org",
        matching: "^\(Part.labels)+$",
        and: .name
      )
    case .port:
      KindShape(
        "a port between 1 and 65535",
        standIn: "8080",
        .whole(1...65535),
        matching: Part.whole
      ) { text in
        Int(text).flatMap { 1...65535 ~= $0 ? .int($0) : nil }
      }
    case .portRange:
      KindShape(
        "a range of ports such as `50100-50200`",
        standIn: "8080-8081",
        matching: "^\(Part.port)-\(Part.port)$",
        and: .ascending
      )
    case .hostPort:
      KindShape(
        "a host and a port such as `10.20.0.10:443`",
        standIn: "host.example.org:8080",
        matching: "^.+:\(Part.port)$",
        and: .host,
        views: ["host", "port"]
      )
    case .url:
      KindShape(
        "an address such as `https://chat.example.org/` without user and password",
        standIn: "https://host.example.org/",
        matching: "^[^: ]+://[^/?# @]+([/?#][^ ]*)?$"
      )
    case .email:
      KindShape(
        "a mail address",
        standIn: "user@example.org",
        matching: "^[^@ ]+@\(Part.anyCaseLabels)+$",
        and: .name
      )
    case .bytes:
      KindShape(
        "an amount of data with its unit such as `32GiB`",
        standIn: "1GiB",
        matching: "^[0-9]+ *([kMGT]?B|[KMGT]iB)$",
        and: .amount,
        views: ["bytes", "mib", "gib", "compose", "postgres"]
      ) { Quantity($0).map { .quantity($0) } }
    case .duration:
      KindShape(
        "a duration with its unit such as `30s`",
        standIn: "30s",
        matching: "^([0-9]+ *(ms|[smhdw])|\(Part.descendingUnits))$",
        and: .amount,
        views: ["ms", "seconds", "minutes", "compose"]
      ) { Quantity($0).map { .quantity($0) } }
    case .path:
      KindShape(
        "an absolute path without `..`",
        standIn: "/srv",
        matching: "^/(?!([\\s\\S]*/)?\\.\\.(/|$))"
      )
    case .username:
      KindShape("a user name in lower case", standIn: "user", matching: "^[a-z_][a-z0-9_-]{0,31}$")
    case .interface:
      KindShape(
        "the name of a network interface, at most 15 bytes",
        standIn: "eth0",
        matching: "^[^ /]{1,15}$",
        and: .fifteenBytes
      )
    case .version:
      KindShape(
        "a version such as `1.27.3`",
        standIn: "1.0.0",
        .textOrNumber,
        matching: "^[A-Za-z0-9][A-Za-z0-9.+_~-]*$"
      )
    case .image:
      KindShape(
        "an image such as `registry.example.org/redis:7.4`",
        standIn: "image:1.0",
        matching: "^([A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?/)?\(Part.component)(/\(Part.component))*"
          + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?$"
      )
    }
  }

  /// Parts of the patterns.
  private enum Part {
    static let whole = "^(0|-?[1-9][0-9]*)$"
    static let number = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$"
    static let byte = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
    static let ipv4 = "\(byte)(\\.\(byte)){3}"
    /// Labels of letters, digits and inner hyphens in lower case (RFC 1123), dots between; what
    /// follows says how many come behind the first.
    static let labels = "\(label)(\\.\(label))"
    static let label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
    static let anyCaseLabels = labels.replacing("a-z", with: "A-Za-z")
    static let port = "[1-9][0-9]{0,4}"
    /// Several units, the larger before the smaller.
    static let descendingUnits =
      "(?=[0-9])([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?"
    static let component = "[a-z0-9]+([._-]+[a-z0-9]+)*"
  }
}
