internal import Diagnostics
internal import Languages

extension Rule {
  static let duplicateJob = Rule(
    "prometheus/duplicate",
    reports: "Two jobs, rule groups, receivers or other elements of one list with the same name.",
    why: "Prometheus rejects the whole file.",
    fires: .prometheus("scrape_configs: [{ job_name: node }, { job_name: node }]"),
    fixed: .prometheus("scrape_configs: [{ job_name: node }, { job_name: etcd }]")
  )
}

extension Diagnostic {
  static func duplicateJobs(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    duplicates(root["scrape_configs"], by: "job_name", "job")
      + duplicates(root["remote_write"], by: "name", "remote write")
      + duplicates(root["remote_read"], by: "name", "remote read")
  }

  static func duplicateGroups(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    duplicates(root["groups"], by: "name", "group")
  }

  static func duplicateReceivers(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    let intervals = ["mute_time_intervals", "time_intervals"].flatMap { root[$0]?.elements ?? [] }
    return duplicates(root["receivers"], by: "name", "receiver")
      + duplicates(TypedValue(.array(intervals), at: root.range), by: "name", "time interval")
  }

  /// The elements of a list whose name is there already.
  static func duplicates(
    _ list: TypedValue?,
    by key: String,
    _ noun: String,
    _ rule: Rule = .duplicateJob
  ) -> [Diagnostic] {
    var seen: [String: Range<Int>] = [:]
    return (list?.elements ?? []).compactMap { element in
      guard let name = element[key], case let text = name.shown, !text.isEmpty else { return nil }
      guard let first = seen[text] else {
        seen[text] = name.range
        return nil
      }
      return Diagnostic(
        rule,
        at: name.range,
        "duplicate \(noun) `\(text)`",
        notes: [Note("first defined here", at: Location(range: first))]
      )
    }
  }
}
