internal import Diagnostics
internal import Machine

extension Rule {
  static let unknownAttribute = Rule(
    "snippet/unknown-attribute",
    reports: "An unknown attribute in the info string of a fence.",
    why: "A mistyped attribute silently changes how the block is checked and shown.",
    fires: "# Files\n\n```text fil=a.txt\na\n```\n",
    fixed: "# Files\n\n```text file=a.txt\na\n```\n"
  )
}

extension Diagnostic {
  static func unknownAttribute(
    _ name: String,
    at location: Location,
    nearest: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "unknown attribute `\(name)`",
      fixes: nearest.map { .didYouMean($0) }
    )
  }

  /// What cannot be read in an info string.
  static func wrongInfo(_ mistake: FenceAttributes.Mistake, at location: Location) -> Diagnostic {
    switch mistake {
    case .unknown(let name):
      let known = FenceAttributes.knownValues + FenceAttributes.knownFlags
      let nearest = NameIndex(known).nearest(to: name)
      guard !nearest.isEmpty else { return foreignAttribute(name, at: location) }
      return unknownAttribute(name, at: location, nearest: nearest)
    case .braces:
      return foreignAttribute("{…}", at: location)
    case .duplicate(let name):
      return Diagnostic(.unknownAttribute, at: location, "duplicate attribute `\(name)`")
    case .unclosedQuote:
      return Diagnostic(
        .unknownAttribute,
        at: location,
        "unclosed `\"` in the info string of a fence"
      )
    }
  }

  static func wrongAttribute(
    _ name: String,
    _ value: String,
    expected: String,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "expected \(expected) for `\(name)=`, found `\(value)`"
    )
  }

  static func hostWithoutServer(_ group: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "`host=\(group)` has no servers: expected a `count` of `servers.\(group)` above 0"
    )
  }

  static func unknownHost(_ name: String, at location: Location, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .unknownAttribute,
      at: location,
      "expected GROUP, GROUP.first, `all` or `control` for `host=`, found `\(name)`",
      fixes: nearest.map { .didYouMean($0, as: "host=\($0)") }
    )
    .about(name.hasPrefix(".") ? nil : .missing("servers.\(name.prefix { $0 != "." })"))
  }
}
