internal import Diagnostics

extension Rule {
  static let unusedKey = Rule(
    "data/unused-key",
    .warning,
    reports: "A declared key that nothing uses.",
    why:
      "Customers are asked for a value that changes nothing, or a page has lost its placeholder.",
    fires: .gateway("# A\n"),
    fixed: .gateway("# A\n\n<<net.gateway>>\n")
  )
}

extension Rule.Example {
  /// A chapter of a project that declares the key `net.gateway`.
  fileprivate static func gateway(_ text: String) -> Rule.Example {
    let key = "net.gateway: { type: ipv4, source: common, about: The gateway. }\n"
    return .chapter(
      text,
      beside: [
        .init(path: "data/keys.yml", text: key),
        .init(path: "data/common.yml", text: "net: { gateway: 10.0.0.9 }\n"),
      ]
    )
  }
}

extension Diagnostic {
  static func unusedKey(_ key: String, at location: Location) -> Diagnostic {
    Diagnostic(.unusedKey, at: location, "unused key `\(key)`").about(.unused(key))
  }

  /// A group that has servers in no set.
  static func emptyGroup(_ group: ServerGroup) -> Diagnostic {
    Diagnostic(.unusedKey, at: group.location, "`servers.\(group.id)` has no servers in any set")
  }
}
