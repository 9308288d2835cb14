internal import Languages
internal import Text
internal import Values

/// A constant, which a type takes or not.
enum NFTablesValue {
  typealias ValueType = NFTablesTable.ValueType

  /// Returns what is expected where a type does not take a value.
  ///
  /// - Returns: the expectation in words, and the words that could have been meant; nothing where the
  ///   value is right, or where only the machine that loads the rules can tell.
  static func mistake(in token: GrammarToken, of type: ValueType) -> (String, [String])? {
    let text = token.text
    if type.words.contains(text) { return nil }
    let expected = Self.expected(of: type)
    if !["ifname", "string"].contains(type.name), let number = number(in: text) {
      guard let most = type.most else { return nil }
      let isFitting = number.map { $0 <= most } ?? false
      return isFitting ? nil : (expected, [])
    }
    switch type.name {
    case "ipv4_addr": return isHostName(text) || isVersionFour(text) ? nil : (expected, [])
    case "ipv6_addr": return isHostName(text) || IPv6Address(text) != nil ? nil : (expected, [])
    case "ether_addr":
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let isHardware = parts.count == 6 && parts.allSatisfy { UInt8($0, radix: 16) != nil }
      return isHardware ? nil : (expected, [])
    case "ifname", "string":
      let most = type.bits / 8 - 1
      guard most > 0, text.isEmpty || text.utf8.count > most else { return nil }
      return ("a name of 1 to \(most) characters", [])
    case "time": return isTime(text) ? nil : (expected, [])
    case "hour": return isHour(text) ? nil : (expected, [])
    case "inet_proto":
      return type.words.contains(text.lowercased()) ? nil : (expected, type.words)
    case "date": return isDate(text) ? nil : (expected, [])
    case "mark": return ("a number", [])
    case "ct_label", "iface_index", "uid", "gid", "realm", "devgroup", "classid", "ll_addr",
      "raw":
      return nil
    case "bitmask", "integer": return (expected, [])
    default: return (expected, type.words)
    }
  }

  /// What a type takes, in words.
  static func expected(of type: ValueType) -> String {
    switch type.name {
    case "ipv4_addr": return "an IPv4 address or a network such as `10.20.0.0/24`"
    case "ipv6_addr": return "an IPv6 address or a network such as `fd00::/8`"
    case "inet_service": return "a port between 0 and 65535 or the name of a service"
    case "integer", "bitmask":
      return type.most.map { "a number between 0 and \($0)" } ?? "a number"
    case "time": return "a time such as `1h30m`"
    case "date": return "a date such as `\"2026-11-30 17:00\"`"
    case "raw": return type.most.map { "a number between 0 and \($0)" } ?? "a number"
    case "hour": return "an hour such as `\"17:00\"`"
    case "ether_addr": return "an Ethernet address such as `00:16:3e:00:00:01`"
    default: break
    }
    if 1...8 ~= type.words.count { return ValueShape.list(type.words) }
    let isVowel = "aeiouAEIOU".contains(type.title.first ?? " ")
    return type.title.hasPrefix("`") ? type.title : "\(isVowel ? "an" : "a") \(type.title)"
  }

  /// The number that a text is; nothing inside where it has more than 64 bits.
  static func number(in text: String) -> UInt64?? {
    let lower = text.lowercased()
    if lower.hasPrefix("0x"), lower.utf8.count > 2,
      lower.utf8.dropFirst(2).allSatisfy(\.isHexadecimal)
    {
      return .some(UInt64(lower.dropFirst(2), radix: 16))
    }
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return .some(UInt64(text))
  }

  /// The resolver takes a part with a leading zero for an octal number.
  private static func isVersionFour(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return IPv4Address(text) != nil
      || parts.count == 4
        && parts.allSatisfy { UInt8($0, radix: $0.hasPrefix("0") ? 8 : 10) != nil }
  }

  /// A name is resolved where the rules are loaded.
  private static func isHostName(_ text: String) -> Bool {
    text.utf8.contains { $0.isLetter && !$0.isHexadecimal } && !text.contains(":")
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x2E }
  }

  /// What tells which of two values is higher: a number, an address of version 4, or a time.
  static func order(of text: String) -> UInt64? {
    if let number = number(in: text) { return number }
    if let address = IPv4Address(text) { return UInt64(address.bits) }
    return milliseconds(in: text)
  }

  private static func isTime(_ text: String) -> Bool { milliseconds(in: text) != nil }

  private static func milliseconds(in text: String) -> UInt64? {
    let units: [(String, UInt64)] = [
      ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]
    var rest = text[...]
    var total: UInt64 = 0
    for (unit, factor) in units {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let after = rest.dropFirst(digits.count)
      if let number = UInt32(digits), after.hasPrefix(unit), unit != "m" || !after.hasPrefix("ms") {
        total += UInt64(number) * factor
        rest = after.dropFirst(unit.count)
      }
    }
    return rest.isEmpty && !text.isEmpty ? total : nil
  }

  /// A day, with a time of it or without.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: " ").map(String.init)
    let day = (parts.first ?? "").split(separator: "-").map { Int($0) ?? 0 }
    guard day.count == 3, 1...12 ~= day[1], 1...31 ~= day[2] else { return false }
    return parts.count == 1 || parts.count == 2 && isHour(parts[1])
  }

  private static func isHour(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    return 2...3 ~= parts.count && 0...23 ~= parts[0]
      && parts.dropFirst().allSatisfy { 0...59 ~= $0 }
  }
}
