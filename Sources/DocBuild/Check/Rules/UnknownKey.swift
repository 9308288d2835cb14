package import Diagnostics

extension Rule {
  package static let unknownKey = Rule(
    "placeholder/unknown-key",
    reports: "A placeholder names a key that keys.yml and servers.yml do not declare.",
    why: "There is no value to print, so the page would show nothing an operator could use.",
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
      "`\(key)` is not declared",
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
      "a server of `\(group)` has no field `\(field)`",
      fixes: nearest.map { Fix("did you mean `self.\($0)`?") }
    )
  }
}
