internal import Diagnostics
internal import DocBuild
internal import Snippets

/// Prints what was judged: for people, for programs, and for the site.
package struct VerificationTable {
  private let verification: Verification

  /// Creates the table of a verification.
  package init(_ verification: Verification) { self.verification = verification }

  /// One line a checker, then what was left out and the files that nothing judges.
  package func text() -> String {
    let rows = checkerRows()
    let width = rows.map(\.name.count).max() ?? 0
    var lines = rows.map { row in
      let name = row.name + String(repeating: " ", count: width - row.name.count)
      let counts = "\(row.accepted) accepted, \(row.refused) refused"
      let skipped = row.skipped.map { ", \($0.count) SKIPPED: \($0.reason)" } ?? ""
      return "\(name)  \(counts)\(skipped)"
    }
    let open = fileRows().filter { $0.judges.isEmpty && $0.schema == nil && $0.reason == nil }
    lines += open.map { "not judged: /\($0.path) of \($0.group)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One JSON object a line: a judgement of a file, or a file without any.
  package func json() -> String {
    var lines = verification.judgements.flatMap { judgement in
      judgement.job.subjects.map { place in
        JSONText.object(
          subject(place) + [
            ("checker", JSONText.string(judgement.job.checker.name)),
            ("verdict", JSONText.string(judgement.verdict.name)),
            ("message", judgement.verdict.message.map(JSONText.string) ?? "null"),
          ]
        )
      }
    }
    for (place, file) in verification.files where !isJudged(place) {
      lines.append(
        JSONText.object(
          subject(place) + [
            ("checker", "null"), ("verdict", JSONText.string("none")),
            (
              "message",
              (verification.config.reason(for: place) ?? file.kind?.title).map(JSONText.string)
                ?? "null"
            ),
          ]
        )
      )
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The table of every file, as a page of the site shows it.
  package func markdown() -> String {
    var lines = [
      "| Server | File | Sets | docbuild checks | Judged by | Result |",
      "|---|---|---|---|---|---|",
    ]
    for row in fileRows() {
      let judges = row.judges.map { "`\($0.name)`" }.joined(separator: ", ")
      lines.append(
        "| \(row.group) | `/\(row.path)` | \(row.sets) | \(row.schema ?? "") | "
          + "\(judges.isEmpty ? row.reason ?? "" : judges) | \(row.result) |"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Rows

  private func checkerRows() -> [CheckerRow] {
    verification.config.checkers.map { checker in
      var row = CheckerRow(name: checker.name)
      for judgement in verification.judgements where judgement.job.checker.name == checker.name {
        switch judgement.verdict {
        case .accepted: row.accepted += 1
        case .refused: row.refused += 1
        case .skipped(let reason): row.skipped = ((row.skipped?.count ?? 0) + 1, reason)
        }
      }
      return row
    }
  }

  private struct CheckerRow {
    var name: String
    var accepted = 0
    var refused = 0
    var skipped: (count: Int, reason: String)?
  }

  private struct FileRow {
    var group: String
    var path: String
    var sets: String
    var schema: String?
    var reason: String?
    var judges: [(name: String, verdict: Verification.Verdict)]
    var result: String
  }

  private struct FileKey: Hashable {
    var group: String
    var path: String
  }

  /// One row for each path of a group, over all its servers and all sets.
  private func fileRows() -> [FileRow] {
    var order: [FileKey] = []
    var places: [FileKey: [JudgedPlace]] = [:]
    var schemas: [FileKey: String] = [:]
    for (place, file) in verification.files {
      let key = FileKey(group: place.group, path: place.path)
      if places[key] == nil { order.append(key) }
      places[key, default: []].append(place)
      schemas[key] = schemas[key] ?? file.kind?.title
    }
    var verdicts: [FileKey: [(name: String, verdict: Verification.Verdict)]] = [:]
    for judgement in verification.judgements {
      for key in Set(judgement.job.subjects.map { FileKey(group: $0.group, path: $0.path) }) {
        verdicts[key, default: []].append((judgement.job.checker.name, judgement.verdict))
      }
    }
    let allSets = Set(verification.files.map(\.place.set))
    return order.sorted { ($0.group, $0.path) < ($1.group, $1.path) }.map { key in
      let own = places[key] ?? []
      let sets = Set(own.map(\.set))
      let found = verdicts[key] ?? []
      var names: [(name: String, verdict: Verification.Verdict)] = []
      for one in found where !names.contains(where: { $0.name == one.name }) { names.append(one) }
      return FileRow(
        group: key.group,
        path: key.path,
        sets: sets == allSets
          ? "all" : sets.sorted().map(\.description).joined(separator: ", "),
        schema: schemas[key],
        reason: own.first.flatMap(verification.config.reason),
        judges: names,
        result: Self.result(of: found)
      )
    }
  }

  private static func result(
    of verdicts: [(name: String, verdict: Verification.Verdict)]
  ) -> String {
    if verdicts.isEmpty { return "" }
    let refused = verdicts.first { if case .refused = $0.verdict { true } else { false } }
    if let refused { return "**refused** by `\(refused.name)`" }
    let skipped = verdicts.compactMap { verdict in
      if case .skipped(let reason) = verdict.verdict { reason } else { nil }
    }
    return skipped.first.map { "not run: \($0)" } ?? "accepted"
  }

  // MARK: - Files

  private func subject(_ place: JudgedPlace) -> [(String, String)] {
    [
      ("scale", JSONText.string(place.set.scale)),
      ("customer", place.set.customer.map(JSONText.string) ?? "null"),
      ("host", JSONText.string(place.host)), ("path", JSONText.string(place.path)),
    ]
  }

  private func isJudged(_ place: JudgedPlace) -> Bool {
    verification.config.checkers.contains { $0.judges(place) }
  }
}

extension Verification.Verdict {
  fileprivate var name: String {
    switch self {
    case .accepted: "accepted"
    case .refused: "refused"
    case .skipped: "skipped"
    }
  }

  fileprivate var message: String? {
    switch self {
    case .accepted: nil
    case .refused(let finding): finding.message
    case .skipped(let reason): reason
    }
  }
}
