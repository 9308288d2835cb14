internal import Diagnostics
internal import DocBuild
internal import FoundationEssentials
internal import Glibc
internal import Machine
internal import Text

/// Lets the checkers judge, two at a time.
package struct Judge: Sendable {
  let config: VerifyConfig
  /// The working folder, with the files of each set at `SET/HOST/PATH`.
  package let folder: String

  private static let workers = 2

  /// Returns the verdict of each job, in the order of the jobs.
  func verdicts(
    for jobs: [VerificationJob],
    progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> [Verification.Verdict] {
    let missing = await missingPrograms(of: jobs)
    var verdicts: [Int: Verification.Verdict] = [:]
    try await withThrowingTaskGroup(of: (Int, Verification.Verdict).self) { group in
      var waiting = jobs.indices.makeIterator()
      func start() {
        guard let index = waiting.next() else { return }
        group.addTask { (index, try await verdict(on: jobs[index], number: index, missing)) }
      }
      for _ in 0..<Self.workers { start() }
      while let (index, verdict) = try await group.next() {
        verdicts[index] = verdict
        progress(verdicts.count, jobs.count)
        start()
      }
    }
    return jobs.indices.map { verdicts[$0] ?? .skipped("it was not judged") }
  }

  /// The programs of the checkers that this machine lacks.
  private func missingPrograms(of jobs: [VerificationJob]) async -> Set<String> {
    var missing: Set<String> = []
    for program in Set(jobs.flatMap(\.checker.programs)) {
      let found = try? await ProgramRunner.run(["sh", "-c", "command -v \"$0\"", program], in: "/")
      if found?.code != 0 { missing.insert(program) }
    }
    return missing
  }

  private func verdict(
    on job: VerificationJob,
    number: Int,
    _ missing: Set<String>
  ) async throws -> Verification.Verdict {
    let checker = job.checker
    if let program = checker.programs.first(where: missing.contains) {
      return .skipped("`\(program)` is not installed")
    }
    if checker.isPlaced, geteuid() != 0 { return .skipped("it requires root") }
    var ending = try await ProgramRunner.run(
      try command(for: job, number: number),
      in: folder
    )
    ending.lines = ending.lines.map { shown($0, of: job, number) }
    return verdict(on: job, ending)
  }

  /// The whole command of a job: the checker's own, the server around it, the time around that.
  private func command(for job: VerificationJob, number: Int) throws -> [String] {
    let checker = job.checker
    let place = job.place
    let root = "\(folder)/\(place.folder)/\(place.host)"
    var file = "\(root)/\(place.path)"
    if case .fences = checker.judges {
      file = "\(folder)/commands/\(number)/\(place.path)"
      try Publisher.publish(job.text.bytes, to: file)
    }
    let words = CheckerText(
      file: checker.isPlaced ? "/\(place.path)" : file,
      root: checker.isPlaced ? "" : root,
      host: place.host,
      path: place.path,
      values: job.values
    )
    var command = checker.run.map(words.filled)
    let before = checker.before.map(words.filled)
    if checker.isPlaced {
      let patterns = config.addresses.map(PathPattern.init)
      let server = StandInServer(
        root: root,
        host: place.host,
        addresses: job.values.paths.filter { path in patterns.contains { $0.matches(path) } }
          .compactMap { job.values.entry(at: $0)?.printed(view: nil) },
        interfaces: config.interfaces.compactMap { job.values.entry(at: $0)?.printed(view: nil) }
      )
      command = server.command(command, before: before)
    } else if let before {
      command = ["sh", "-euc", "eval \"$0\"; exec \"$@\"", before] + command
    }
    return ["timeout", "--kill-after=2", String(checker.stays ?? checker.timeout)] + command
  }

  /// A line of output with paths as on the server, not in the working folder.
  private func shown(_ line: String, of job: VerificationJob, _ number: Int) -> String {
    line.replacing("\(folder)/\(job.place.folder)/\(job.place.host)/", with: "/")
      .replacing("\(folder)/commands/\(number)/", with: "")
  }

  private func verdict(
    on job: VerificationJob,
    _ ending: ProgramRunner.Ending
  ) -> Verification.Verdict {
    let checker = job.checker
    let hasStayed = ending.code == 124 || ending.code == 137
    let isGood =
      checker.stays != nil ? hasStayed : !hasStayed && checker.good.contains(ending.code)
    let accusing = checker.bad.flatMap { bad in ending.lines.first { bad.occurs(in: $0) } }
    if isGood, accusing == nil { return .accepted }
    let named = checker.line.flatMap { line in
      ending.lines.lazy.compactMap { text in line.firstGroup(in: text).map { (text, $0) } }.first
    }
    let location = named.flatMap { Int($0.1) }.flatMap { job.location(ofLine: $0) } ?? job.location
    let said = accusing ?? named?.0 ?? ending.lines.last { !$0.allSatisfy(\.isWhitespace) }
    return .refused(
      .refused(
        by: checker.name,
        job.place.name,
        saying: said
          ?? (hasStayed ? "no result within its time limit" : "exit code \(ending.code)"),
        lines: ending.lines,
        at: location
      )
    )
  }
}

extension VerificationJob {
  /// The place in the Markdown of a line of the text, counted from 1.
  fileprivate func location(ofLine number: Int) -> Location? {
    let lines = SourceFile(path: "", bytes: text.bytes)
    guard 1...lines.lineCount ~= number else { return nil }
    return text.origin(of: lines.range(ofLine: number))
  }
}
