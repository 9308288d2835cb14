internal import Values

extension FileShape {
  /// servers.yml.
  package static let servers = keyed(.group, to: group)

  private static let group = mapping([
    .required("title", text("a title").about("The group's name for readers.")),
    .optional("document", text("a document").about("The document that sets it up.")),
    .required("name", text(.serverName).about("The members' names; {index} counts from 1.")),
    .optional("fields", keyed(.field, to: declaration)),
    .optional("listens", list(of: listener)),
  ])

  private static let listener = mapping([
    .required("port", text(.ports)),
    .optional(
      "proto",
      word(protocols, noun: "protocol").about("tcp, udp, tcp+udp or a protocol without ports.")
    ),
    .required("from", texts("Groups, or internet, clients, admin.")),
    .optional("about", text("a string").about("The purpose of the port.")),
    .optional("unbound", text("a reason").about("The reason why nothing in the guides binds it.")),
  ])

  /// As `/etc/protocols` names them; `tcp+udp` is both.
  static let protocols = [
    "tcp", "udp", "tcp+udp", "ah", "dccp", "esp", "gre", "icmp", "igmp", "ipip", "ipv6-icmp",
    "l2tp",
    "ospf", "sctp", "vrrp",
  ]
}

extension FileShape.TextShape {
  /// Names that have a meaning of their own beside those of groups.
  private static let reserved = [
    "all", "control", "internet", "clients", "admin", "servers", "self",
  ]

  /// What loops print of each server beside its fields.
  private static let described = ["count", "name", "index", "first", "last"]

  static let group = Self(
    words: "the name of a group such as `web`: lower-case letters, digits and `_`",
    pattern: "^[a-z][a-z0-9_]*$",
    fits: { !reserved.contains($0) }
  )

  static let field = Self(
    words: "the name of a field such as `ip`: lower-case letters, digits and `_`",
    pattern: "^[a-z][a-z0-9_]*$",
    fits: { !described.contains($0) }
  )

  /// The name of a server, in which `{index}` is its number in the group.
  static let serverName = Self(
    words: "a host name in lower case such as `web{index}`",
    pattern: "^[a-z0-9{}.-]+$",
    fits: { name in
      let first = name.replacing("{index}", with: "1")
      if case .success = ValueType(.hostname).parse([first]) { return first != "control" }
      return false
    }
  )

  static let ports = Self(
    words: "a port between 1 and 65535, or a range such as `5000-5010`",
    pattern: "^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$",
    fits: { text in
      let ends = text.split(separator: "-").compactMap { Int($0) }
      return ends.allSatisfy { $0 <= 65535 } && ends == ends.sorted()
    }
  )
}
