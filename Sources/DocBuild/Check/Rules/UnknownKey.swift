package import Diagnostics

extension Rule {
  package static let unknownKey = Rule(
    "placeholder/unknown-key",
    reports: "A placeholder whose key neither keys.yml nor servers.yml declares.",
    why: "It has no value, so the page would show nothing that an operator could use.",
    fires: "# Addresses\n\nThe address is <<ip.haproxy_vipp>>.\n",
    fixed: "# Addresses\n\nThe address is <<ip.haproxy_vip>>.\n"
  )
}

extension Diagnostic {
  package static func unknownKey(
    _ key: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownKey,
      at: location,
      "undefined key `\(key)`",
      fixes: .didYouMean(nearest, forKey: key, at: location)
    )
  }

  static func selfOutsideHost(_ field: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unknownKey,
      at: location,
      "`self.\(field)` has a value only in a fence with `host=GROUP`, where GROUP is a server group"
    )
  }

  static func unknownMemberField(
    _ field: String,
    of group: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownKey,
      at: location,
      "undefined field `\(field)` of a server of `\(group)`",
      fixes: nearest.map { .didYouMean($0, as: "self.\($0)") }
    )
  }
}
