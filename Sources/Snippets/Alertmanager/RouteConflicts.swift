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
        "`\(member.key)` is not allowed in the first route, which takes every alert"
      )
    }
  }

  /// `'...'` groups by all labels, so that others beside it say nothing.
  static func wildcardGroups(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func visit(_ route: TypedValue) {
      let labels = route["group_by"]?.elements ?? []
      if labels.count > 1, let all = labels.first(where: { $0.string == "..." }) {
        let message = "`...` stands for every label and cannot be used with another one"
        findings.append(Diagnostic(.prometheusConflict, at: all.range, message))
      }
      route["routes"]?.elements.forEach(visit)
    }
    if let route = root["route"] { visit(route) }
    return findings
  }
}
