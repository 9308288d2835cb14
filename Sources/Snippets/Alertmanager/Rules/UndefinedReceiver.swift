internal import Diagnostics
internal import Languages

extension Rule {
  static let undefinedReceiver = Rule(
    "prometheus/undefined-receiver",
    reports: "A route to a receiver that the file does not define.",
    why: "Alertmanager rejects the file, and alerts reach nobody.",
    fires: .fence(
      "yaml file=alertmanager.yml",
      "{ route: { receiver: mial }, receivers: [{ name: mail }] }"
    ),
    fixed: .fence(
      "yaml file=alertmanager.yml",
      "{ route: { receiver: mail }, receivers: [{ name: mail }] }"
    )
  )
}

extension Diagnostic {
  static func undefinedReceivers(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let names = (root["receivers"]?.elements ?? []).compactMap { $0["name"]?.string }
    var findings: [Diagnostic] = []
    func visit(_ route: TypedValue) {
      if let receiver = route["receiver"], let name = receiver.string, !names.contains(name) {
        findings.append(
          Diagnostic(
            .undefinedReceiver,
            at: receiver.range,
            "undefined receiver `\(name)`",
            fixes: .replacements(NameIndex(names).nearest(to: name), at: receiver.range)
          )
        )
      }
      route["routes"]?.elements.forEach(visit)
    }
    if let route = root["route"] { visit(route) }
    return findings
  }
}
