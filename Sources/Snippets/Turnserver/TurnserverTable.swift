internal import Languages
internal import Text
internal import Values

/// The options of coturn.
enum TurnserverTable {
  static let all = DirectiveTable(
    PackageResources.turnserver_txt,
    shapes: [
      "bool": ValueShape("`yes` or `no`", choices: ["yes", "no"], fits: isBoolean),
      "host": ValueShape("an address such as `10.20.0.51`", fits: isHost),
      "mapping": ValueShape(
        "a public address, or a public and a private one as `203.0.113.5/10.20.0.51`",
        fits: isMapping
      ),
      "range": ValueShape("an address or a range such as `10.0.0.0-10.255.255.255`") {
        AddressRange($0) != nil
      },
      "account": ValueShape("a name and a password as `name:password`") { text in
        text.split(separator: ":", maxSplits: 1).count == 2
      },
    ]
  )

  /// The first letter decides, except between `on` and `off` (`get_bool_value`).
  private static func isBoolean(_ text: String) -> Bool {
    guard let first = text.first else { return true }
    return "0123456789nNfFyYtT".contains(first)
      || ["on", "On", "ON", "off", "Off", "OFF"].contains(text)
  }

  /// An address, or a name whose last label cannot be the end of a wrong address.
  private static func isHost(_ text: String) -> Bool {
    if ValueShape.isAddress(text) { return true }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
      && labels.allSatisfy { !$0.isEmpty }
      && !(labels.last?.utf8.allSatisfy(\.isDigit) ?? true)
  }

  private static func isMapping(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.count <= 2 && parts.allSatisfy(isHost)
  }
}
