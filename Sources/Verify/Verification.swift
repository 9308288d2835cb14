package import Diagnostics
package import DocBuild
internal import FoundationEssentials
internal import Machine

/// The judgements of the real programs over the files and commands of some sets.
package struct Verification: Sendable {
  /// One judgement with its outcome.
  package struct Judgement: Sendable {
    var job: VerificationJob
    var verdict: Verdict

    var isAccepted: Bool { if case .accepted = verdict { true } else { false } }
  }

  /// What came of a judgement.
  package enum Verdict: Sendable {
    case accepted
    case refused(Diagnostic)
    /// No judgement, with the reason.
    case skipped(String)
  }

  /// In the order of the sets, the files and the checkers.
  package let judgements: [Judgement]
  /// The files of every set.
  package let files: [(place: JudgedPlace, file: PlacedFile)]
  let config: VerifyConfig
  /// What the programs refuse, and what is wrong with the declarations of checkers.
  package let report: Report

  /// Whether a judgement was left out, because a program or a right is missing.
  package var hasSkipped: Bool {
    judgements.contains { if case .skipped = $0.verdict { true } else { false } }
  }

  /// Notes what was accepted and forgets what was not.
  ///
  /// - Parameters:
  ///   - record: what was known before.
  ///   - day: the day of the judgements, such as `2026-11-30`.
  package func note(in record: inout VerificationRecord, on day: String) async {
    let accepted = Set(judgements.filter(\.isAccepted).map(\.job.checker.name))
    var versions: [String: String] = [:]
    for checker in config.checkers where accepted.contains(checker.name) {
      versions[checker.name] = await ProgramVersion.described(of: checker)
    }
    for judgement in judgements {
      let name = judgement.job.checker.name
      let program = judgement.isAccepted ? versions[name] : nil
      let entry = program.map { VerificationRecord.Entry(checker: name, program: $0, day: day) }
      record.note(entry, for: judgement.job.digest)
    }
  }

  /// Extracts the files of sound sets into a temporary folder and lets the checkers judge them,
  /// two at a time.
  ///
  /// Secrets are stand-ins. The folder is removed afterwards.
  ///
  /// - Parameters:
  ///   - compilations: compiled, without errors; all of one project.
  ///   - progress: called after each judgement with how many are done and how many there are.
  /// - Throws: a ``MachineFailure`` where a file cannot be written or a program not started.
  package init(
    _ compilations: [Compilation],
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws {
    let sets = compilations.flatMap(\.sets)
    config = compilations.first?.project.config.verify ?? VerifyConfig()
    let plan = VerificationPlan(sets, config)
    files = plan.files
    let folder = "/tmp/docbuild-verify-\(UInt64.random(in: 0..<UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (place, file) in plan.files {
      try Publisher.publish(
        file.bytes,
        to: "\(folder)/\(place.folder)/\(place.host)/\(place.path)",
        mode: file.mode
      )
    }
    let judge = Judge(config: config, folder: folder)
    let verdicts = try await judge.verdicts(for: plan.jobs, progress: progress)
    judgements = zip(plan.jobs, verdicts).map { Judgement(job: $0, verdict: $1) }
    let refused = judgements.compactMap { judgement -> Diagnostic? in
      guard case .refused(var finding) = judgement.verdict else { return nil }
      finding.sets = judgement.job.subjects.map(\.set)
      return finding
    }
    let sources = compilations.reduce(into: [String: SourceFile]()) { all, compilation in
      all.merge(compilation.project.files) { one, _ in one }
    }
    let secrets = compilations.flatMap { compilation in
      compilation.report.diagnostics.filter { $0.rule == "data/secret-value" }.map(\.location)
        + compilation.project.placesOfSecrets
    }
    report = Report(refused, files: sources, secrets: secrets)
  }
}
