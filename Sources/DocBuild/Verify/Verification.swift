public import Diagnostics
internal import FoundationEssentials

/// The judgements of the real programs over the files and commands of some sets.
public struct Verification: Sendable {
  /// One judgement with its outcome.
  struct Judgement: Sendable {
    var job: VerificationJob
    var verdict: Verdict
  }

  /// What came of a judgement.
  enum Verdict: Sendable {
    case accepted
    case refused(Diagnostic)
    /// No judgement, with the reason.
    case skipped(String)
  }

  /// In the order of the sets, the files and the checkers.
  let judgements: [Judgement]
  /// The files of every set.
  let files: [(place: VerificationJob.Place, file: PlacedFile)]
  let config: VerifyConfig
  /// What the programs refuse, and what is wrong with the declarations of checkers.
  public let report: Report

  /// Whether a judgement was left out, because a program or a right is missing.
  public var hasSkipped: Bool {
    judgements.contains { if case .skipped = $0.verdict { true } else { false } }
  }

  /// Extracts the files of sound sets into a temporary folder and lets the checkers judge them,
  /// two at a time.
  ///
  /// Secrets are stand-ins. The folder is removed afterwards.
  ///
  /// - Parameters:
  ///   - results: compiled, without errors; all of one project.
  ///   - progress: called after each judgement with how many are done and how many there are.
  /// - Throws: a ``MachineFailure`` where a file cannot be written or a program not started.
  public init(
    _ results: [BuildResult],
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws {
    let sets = results.flatMap(\.sets)
    config = results.first?.project.config.verify ?? VerifyConfig()
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
    let sources = results.reduce(into: [String: SourceFile]()) { all, result in
      all.merge(result.project.files) { one, _ in one }
    }
    report = Report(refused, files: sources)
  }
}
