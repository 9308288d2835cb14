internal import Diagnostics
internal import Languages

extension Rule {
  static let undefinedInterval = Rule(
    "prometheus/undefined-interval",
    reports: "A route with a time interval that the file does not define.",
    why: "Alertmanager rejects the file, and alerts reach nobody.",
    fires: .fence(
      "yaml file=alertmanager.yml",
      """
      route: { receiver: a, routes: [{ mute_time_intervals: [nihgt] }] }
      receivers: [{ name: a }]
      time_intervals: [{ name: night, time_intervals: [] }]
      """
    ),
    fixed: .fence(
      "yaml file=alertmanager.yml",
      """
      route: { receiver: a, routes: [{ mute_time_intervals: [night] }] }
      receivers: [{ name: a }]
      time_intervals: [{ name: night, time_intervals: [] }]
      """
    )
  )
}

extension Diagnostic {
  static func undefinedIntervals(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let names = ["mute_time_intervals", "time_intervals"].flatMap { root[$0]?.elements ?? [] }
      .compactMap { $0["name"]?.shown }
    var findings: [Diagnostic] = []
    func visit(_ route: TypedValue) {
      let used = ["mute_time_intervals", "active_time_intervals"].flatMap {
        route[$0]?.elements ?? []
      }
      for interval in used where !names.contains(interval.shown) {
        findings.append(
          Diagnostic(
            .undefinedInterval,
            at: interval.range,
            "undefined time interval `\(interval.shown)`",
            fixes: .replacements(NameIndex(names).nearest(to: interval.shown), at: interval.range)
          )
        )
      }
      route["routes"]?.elements.forEach(visit)
    }
    root["route"]?["routes"]?.elements.forEach(visit)
    return findings
  }
}
