internal import Diagnostics
internal import Languages

extension Rule {
  static let patroniTiming = Rule(
    "patroni/timing",
    reports:
      "Timings of Patroni in which loop_wait + 2 × retry_timeout is more than ttl.",
    why:
      "A leader that retries loses its lock meanwhile; Patroni shortens the timings by itself.",
    fires: .patroni("{ ttl: 20, loop_wait: 10, retry_timeout: 10 }"),
    fixed: .patroni("{ ttl: 30, loop_wait: 10, retry_timeout: 10 }")
  )
}

extension Diagnostic {
  /// Patroni's defaults stand for what is not written (`patroni/validator.py`).
  static func patroniTimings(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    guard let settings = root["bootstrap"]?["dcs"], settings.isObject else { return [] }
    let names = ["ttl", "loop_wait", "retry_timeout"]
    let given = names.compactMap { settings.member($0) }
    func value(_ name: String, _ usual: Double) -> Double { settings[name]?.number ?? usual }
    let (ttl, wait) = (value("ttl", 30), value("loop_wait", 10))
    let retry = value("retry_timeout", 10)
    guard let place = given.first?.value.range, wait + 2 * retry > ttl else { return [] }
    let sum = "\(TypedValue.text(of: wait)) + 2 × \(TypedValue.text(of: retry))"
    let text =
      "expected at most `ttl` for `loop_wait` + 2 × `retry_timeout`, found \(sum), which is more than "
      + TypedValue.text(of: ttl)
    return [Diagnostic(.patroniTiming, at: place, text)]
  }
}
