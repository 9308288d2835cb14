internal import Diagnostics
internal import Machine
internal import Values

extension Rule {
  static let wrongPlace = Rule(
    "placeholder/type",
    reports: "A placeholder in a place that does not accept a value of its type.",
    why: "The program rejects the file, whatever value the customer gives.",
    fires: "# Files\n\n```yaml schema=livekit\nport: <<net.gateway>>\n```\n",
    fixed: "# Files\n\n```yaml schema=livekit\nbind_addresses: [<<net.gateway>>]\n```\n"
  )
}

extension Diagnostic {
  /// A view that prints whole numbers, of a value that is none in its unit.
  static func brokenView(
    _ view: String,
    of key: String,
    _ value: String,
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .wrongPlace,
      at: location,
      "`\(key)` is \(value), which `.\(view)` cannot print as a whole number"
    )
  }

  /// A finding about a value that comes from a placeholder as a whole.
  static func wrongPlace(
    of reference: Reference,
    _ declaration: KeyDeclaration,
    because finding: Diagnostic
  ) -> Diagnostic {
    let key = reference.view.map { "\(reference.path).\($0)" } ?? reference.path
    var result = Diagnostic(
      .wrongPlace,
      at: finding.location,
      "`\(key)` of type \(declaration.type.name) is not allowed here: \(finding.message)",
      notes: [Note("the type is declared here", at: declaration.location)] + finding.notes
    )
    result.severity = finding.severity
    return result
  }
}
