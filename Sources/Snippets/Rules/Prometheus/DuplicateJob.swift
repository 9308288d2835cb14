internal import Diagnostics

extension Rule {
  static let duplicateJob = SchemaRuleMaker.prometheus.rule(
    "duplicate",
    "Two jobs, or two groups of rules, have the same name.",
    "Prometheus refuses the whole file.",
    "scrape_configs: [{ job_name: node }, { job_name: node }]",
    "scrape_configs: [{ job_name: node }, { job_name: etcd }]"
  )
}

extension Diagnostic {
  static let duplicateJobs: ProgramCheck = { root in
    duplicates(root["scrape_configs"], by: "job_name", "job")
  }

  static let duplicateGroups: ProgramCheck = { root in
    duplicates(root["groups"], by: "name", "group")
  }

  private static func duplicates(
    _ list: TypedValue?,
    by key: String,
    _ noun: String
  ) -> [Diagnostic] {
    var seen: [String: Range<Int>] = [:]
    return (list?.elements ?? []).compactMap { element in
      guard let name = element[key], let text = name.string else { return nil }
      guard let first = seen[text] else {
        seen[text] = name.range
        return nil
      }
      return Diagnostic(
        .duplicateJob,
        at: name.range,
        "there is a \(noun) `\(text)` already",
        notes: [Note("it stands here first", at: Location(range: first))]
      )
    }
  }
}
