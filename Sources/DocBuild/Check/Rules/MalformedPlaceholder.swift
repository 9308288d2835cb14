internal import Diagnostics

extension Rule {
  static let malformedPlaceholder = Rule(
    "placeholder/syntax",
    reports: "A malformed placeholder or block.",
    why: "The page would print it as it is, and an operator would copy angle brackets into a file.",
    fires: "# Addresses\n\nThe address is <<ip.haproxy_vip change_me>>.\n",
    fixed: "# Addresses\n\nThe address is <<ip.haproxy_vip CHANGE_TO_YOUR_VIP>>.\n"
  )
}

extension Diagnostic {
  static func malformedPlaceholder(
    at location: Location,
    _ expected: String,
    notes: [Note] = [],
    fixes: [Fix] = []
  ) -> Diagnostic {
    Diagnostic(.malformedPlaceholder, at: location, expected, notes: notes, fixes: fixes)
  }

  static func tooLargeExpansion(at location: Location) -> Diagnostic {
    Diagnostic(
      .malformedPlaceholder,
      at: location,
      "expected a chapter of at most \(Expander.longest >> 20) MiB and "
        + "\(Expander.mostHoles) placeholders after loops and includes"
    )
  }

  static func notALoop(over path: String, at location: Location, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .malformedPlaceholder,
      at: location,
      "expected a server group or a list, found `\(path)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  static func missingInclude(_ path: String, at location: Location, nearest: [String]) -> Diagnostic
  {
    Diagnostic(
      .malformedPlaceholder,
      at: location,
      "undefined partial `\(path)`",
      fixes: .didYouMean(nearest, at: location)
    )
  }

  static func includeCycle(_ paths: [String], at location: Location) -> Diagnostic {
    let loop = paths.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(.malformedPlaceholder, at: location, "a partial includes itself: \(loop)")
  }
}
