internal import Diagnostics

/// Checks a compose file beyond its schema: what compose-go's loader refuses when it loads a
/// project (`loader/validate.go`), and what only the daemon refuses.
struct ComposeCheck {
  let root: TypedValue
  /// The YAML text.
  let source: [UInt8]

  /// Checks the file.
  ///
  /// - Parameter isFragment: whether the rest of the file is elsewhere, so that names may be
  ///   declared there.
  /// - Returns: what is wrong, in the order of the file.
  func findings(isFragment: Bool) -> [Diagnostic] {
    var findings = Interpolation.findings(in: root, source)
    for service in root["services"]?.members ?? [] where service.value.isObject {
      findings += ports(of: service) + conflicts(in: service) + health(of: service)
      guard !isFragment else { continue }
      if ["image", "build", "provider", "extends"].allSatisfy({ service.value[$0] == nil }) {
        findings.append(.noImage(service.key, at: service.keyRange))
      }
      findings += ComposeReferences(root: root, service: service).findings
    }
    findings += Diagnostic.floatingImages(in: root) + Diagnostic.portsTwice(in: root)
    guard !isFragment else { return findings }
    findings += ComposeConsistency(root: root).findings
    return findings + DependencyGraph(root).findings + Diagnostic.obsoleteVersion(in: root)
      + Diagnostic.unusedDeclarations(in: root) + Diagnostic.missingHealthchecks(in: root)
  }

  private func ports(of service: TypedValue.Member) -> [Diagnostic] {
    (service.value["ports"]?.elements ?? []).compactMap { port in
      guard !port.isObject, let mistake = PortMapping.mistake(in: port.shown) else { return nil }
      return .composePort(port.shown, mistake, at: port.range)
    }
  }

  private func conflicts(in service: TypedValue.Member) -> [Diagnostic] {
    let value = service.value
    guard let mode = value.member("network_mode") else { return [] }
    var findings: [Diagnostic] = []
    if let networks = value.member("networks") {
      findings.append(
        .composeConflict(
          "service `\(service.key)` has `networks` and `network_mode`, and only one may stand",
          at: networks.keyRange,
          other: mode.keyRange
        )
      )
    }
    if mode.value.string == "host", let ports = value.member("ports") {
      findings.append(
        .composeConflict(
          "`ports` has no effect with `network_mode: host`: the ports are the host's already",
          at: ports.keyRange,
          other: mode.keyRange
        )
      )
    }
    return findings
  }

  private func health(of service: TypedValue.Member) -> [Diagnostic] {
    guard let test = service.value["healthcheck"]?["test"], test.isArray,
      !["CMD", "CMD-SHELL", "NONE"].contains(test.elements.first?.string)
    else { return [] }
    return [.healthTest(at: test.elements.first?.range ?? test.range)]
  }
}
