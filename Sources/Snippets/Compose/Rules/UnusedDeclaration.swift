internal import Diagnostics
internal import Languages

extension Rule {
  static let unusedDeclaration = Rule(
    "compose/unused",
    .warning,
    reports: "A network, volume, secret, config or model that no service uses.",
    why: "Either something that was meant to be connected is not, or the line is left over.",
    fires: """
      # Files

      ```yaml schema=compose
      services: { a: { image: "a:1" } }
      volumes: { data: {} }
      ```

      """,
    fixed: """
      # Files

      ```yaml schema=compose
      services: { a: { image: "a:1", volumes: ["data:/d"] } }
      volumes: { data: {} }
      ```

      """
  )
}

extension Diagnostic {
  static func unusedDeclarations(in root: TypedValue) -> [Diagnostic] {
    let services = (root["services"]?.members ?? []).map(\.value)
    let builds = services.compactMap { $0["build"] }
    var findings: [Diagnostic] = []
    for kind in ["networks", "volumes", "secrets", "configs", "models"] {
      let used = Set((services + builds).flatMap { names($0[kind]) })
      for declared in root[kind]?.members ?? [] where !used.contains(declared.key) {
        guard declared.key != "default" else { continue }
        findings.append(
          Diagnostic(
            .unusedDeclaration,
            at: declared.keyRange,
            "unused \(kind.dropLast()) `\(declared.key)`"
          )
          .about(.unused(declared.key))
        )
      }
    }
    return findings
  }

  /// What a service names, in the short forms or the long ones.
  private static func names(_ value: TypedValue?) -> [String] {
    (value?.members ?? []).map(\.key)
      + (value?.elements ?? []).compactMap { element in
        if element.isObject { return element["source"]?.string }
        return element.shown.split(separator: ":").first.map(String.init)
      }
  }
}
