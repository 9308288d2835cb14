internal import Diagnostics
internal import Languages

extension Rule {
  static let undefinedReceiver = SchemaRuleMaker(
    category: "prometheus",
    program: "Alertmanager",
    fence: "file=alertmanager.yml"
  ).rule(
    "undefined-receiver",
    "A route leads to a receiver that the file does not have.",
    "Alertmanager refuses the file, and no alert reaches anybody.",
    "{ route: { receiver: mial }, receivers: [{ name: mail }] }",
    "{ route: { receiver: mail }, receivers: [{ name: mail }] }"
  )
}

extension Diagnostic {
  static let undefinedReceivers: ProgramCheck = { root, _ in
    let names = (root["receivers"]?.elements ?? []).compactMap { $0["name"]?.string }
    var findings: [Diagnostic] = []
    func visit(_ route: TypedValue) {
      if let receiver = route["receiver"], let name = receiver.string, !names.contains(name) {
        findings.append(
          Diagnostic(
            .undefinedReceiver,
            at: receiver.range,
            "there is no receiver `\(name)`",
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
