internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Every alert must reach the first route (`alertmanager/config/config.go`).
  static func rootRoutes(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard let route = root.member("route") else { return [] }
    let narrowing = [
      "match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals",
    ]
    return route.value.members.filter { member in
      narrowing.contains(member.key)
        && !(member.value.elements + member.value.members.map(\.value)).isEmpty
    }.map { member in
      Diagnostic(
        .prometheusConflict,
        at: member.keyRange,
        "the first route takes every alert, so `\(member.key)` has no place in it"
      )
    }
  }

  /// `'...'` groups by all labels, so that others beside it say nothing.
  static func wildcardGroups(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func visit(_ route: TypedValue) {
      let labels = route["group_by"]?.elements ?? []
      if labels.count > 1, let all = labels.first(where: { $0.string == "..." }) {
        let message = "`...` is every label, so no other has a place beside it"
        findings.append(Diagnostic(.prometheusConflict, at: all.range, message))
      }
      route["routes"]?.elements.forEach(visit)
    }
    if let route = root["route"] { visit(route) }
    return findings
  }
}
