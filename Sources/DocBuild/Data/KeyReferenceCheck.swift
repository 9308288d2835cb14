internal import Diagnostics
internal import Snippets
internal import Values

/// Checks the keys that declarations and constraints name.
struct KeyReferenceCheck {
  private let declarations: Declarations
  private var found: [Diagnostic] = []

  /// Returns the names in keys.yml and servers.yml that nothing declares, or that are of another type
  /// than is needed.
  static func check(_ declarations: Declarations) -> [Diagnostic] {
    var check = KeyReferenceCheck(declarations: declarations)
    let fields = declarations.groups.flatMap(\.fields)
    for declaration in declarations.order.compactMap({ declarations.keys[$0] }) + fields {
      check.checkNetwork(of: declaration)
    }
    for constraint in declarations.constraints { check.checkPatterns(of: constraint) }
    return check.found
  }

  private init(declarations: Declarations) { self.declarations = declarations }

  private mutating func checkNetwork(of declaration: KeyDeclaration) {
    guard let key = declaration.type.within, !declaration.isBroken else { return }
    guard let network = declarations.keys[key] else {
      if !declarations.misnamed.contains(key) {
        report(key, at: declaration.networkLocation ?? declaration.location)
      }
      return
    }
    guard !network.isBroken, network.type.kind != .cidr || network.type.isList else { return }
    found.append(
      .wrongDeclaration(
        "expected the key of a network in `in`, found `\(key)` of type \(network.type.name)",
        at: declaration.networkLocation ?? declaration.location
      )
    )
  }

  private mutating func checkPatterns(of constraint: Constraint) {
    for (pattern, place) in zip(constraint.patterns, constraint.places) {
      // Every server of a group has what one has.
      let parts = pattern.split(separator: ".").map { Int($0) == nil ? String($0) : "*" }
      let isKnown = concernsAny(PathPattern(parts.joined(separator: ".")))
      if !isKnown { report(pattern, at: place) }
    }
  }

  private mutating func report(_ key: String, at location: Location) {
    found.append(
      Diagnostic.undefined("key", key, at: location, among: declarations.order)
        .about(declarations.subject(of: key))
    )
  }

  /// Whether a pattern is one of a key, or of something that every group has.
  private func concernsAny(_ pattern: PathPattern) -> Bool {
    declarations.order.contains(where: pattern.matches)
      || declarations.misnamed.contains(where: pattern.matches)
      || declarations.groups.contains { group in
        let base = "servers.\(group.id)"
        let own = ["id", "title", "document", "count"].map { "\(base).\($0)" }
        let parts = ["name", "index", "first", "last"] + group.fields.map(\.key)
        return (own + parts.flatMap { ["\(base).\($0)", "\(base).1.\($0)"] })
          .contains(where: pattern.matches)
      }
  }
}
