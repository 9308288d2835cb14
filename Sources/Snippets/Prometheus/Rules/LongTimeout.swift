internal import Diagnostics
internal import Languages

extension Rule {
  static let longTimeout = Rule(
    "prometheus/timeout",
    reports: "A scrape timeout longer than the scrape interval.",
    why: "Prometheus rejects the whole file.",
    fires: .prometheus("global: { scrape_interval: 10s, scrape_timeout: 30s }"),
    fixed: .prometheus("global: { scrape_interval: 30s, scrape_timeout: 10s }")
  )
}

extension Diagnostic {
  /// A job's own interval and timeout, else those of `global`, else one minute and ten seconds.
  static func longTimeouts(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let global = root["global"]
    func milliseconds(_ value: TypedValue?) -> Int? {
      value.flatMap { PrometheusDuration.milliseconds(of: $0.shown) }
    }
    let interval = milliseconds(global?["scrape_interval"]) ?? 60_000
    var findings: [Diagnostic] = []
    func check(_ scope: TypedValue?, _ interval: Int) {
      guard let timeout = scope?["scrape_timeout"], let length = milliseconds(timeout),
        length > interval
      else { return }
      let message =
        "expected at most the scrape interval for `scrape_timeout`, found \(timeout.shown)"
      findings.append(Diagnostic(.longTimeout, at: timeout.range, message))
    }
    check(global, interval)
    for job in root["scrape_configs"]?.elements ?? [] {
      check(job, milliseconds(job["scrape_interval"]) ?? interval)
    }
    return findings
  }
}
