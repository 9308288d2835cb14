internal import Diagnostics
internal import Languages

/// Checks a compose file beyond its schema: what compose-go's loader refuses when it loads a
/// project (`loader/`, `validation/`, `transform/`), and what only the daemon refuses.
struct ComposeCheck {
  let root: TypedValue
  /// The roots of the files that it includes.
  var included: [TypedValue] = []

  /// How much of a project a text is.
  enum Scope {
    /// All of it.
    case whole
    /// The rest is elsewhere, so names may be declared there.
    case part
  }

  /// Checks the file.
  ///
  /// - Parameter scope: how much of the project is known.
  /// - Returns: what is wrong, in the order of the checks.
  func findings(_ scope: Scope) -> [Diagnostic] {
    let services = (root["services"]?.members ?? []).filter(\.value.isObject)
    var findings: [Diagnostic] = []
    for service in services {
      findings += health(of: service.value) + Diagnostic.restartPolicies(in: service.value)
      findings += Diagnostic.wrongMounts(in: service.value)
      findings += Diagnostic.wrongShortForms(in: service.value)
      findings += Diagnostic.decimalModes(in: service.value)
    }
    findings += ComposeConsistency(root: root).findings
    findings += Diagnostic.floatingImages(in: root) + Diagnostic.portsTwice(in: root)
    return findings + (scope == .whole ? whole(services) : [])
  }

  /// What can be said only where every name is known.
  private func whole(_ services: [TypedValue.Member]) -> [Diagnostic] {
    let names = ComposeNames(root, including: included)
    let extends = ComposeExtends(root: root)
    var findings: [Diagnostic] = []
    for service in services {
      if !extends.hasAny(["image", "build", "provider"], service.key) {
        findings.append(.noImage(service.key, at: service.keyRange))
      }
      findings += ComposeReferences(names: names, service: service).findings
    }
    return findings + extends.findings + DependencyGraph(root).findings
      + Diagnostic.obsoleteVersion(in: root) + Diagnostic.unusedDeclarations(in: root)
      + Diagnostic.missingHealthchecks(in: root)
  }

  private func health(of service: TypedValue) -> [Diagnostic] {
    guard let test = service["healthcheck"]?["test"], test.isArray,
      !["CMD", "CMD-SHELL", "NONE"].contains(test.elements.first?.string)
    else { return [] }
    return [.healthTest(at: test.elements.first?.range ?? test.range)]
  }
}
