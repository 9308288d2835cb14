internal import DocBuild
internal import Glibc

/// Where the processor time of a build goes.
package final class PhaseClock {
  private var spent: [Phase: Double] = [:]

  /// Creates a clock that has measured nothing.
  package init() {}

  /// Returns the processor time of a phase so far, all threads together, in seconds.
  package func seconds(of phase: Phase) -> Double { spent[phase] ?? 0 }

  /// Runs a part of a phase and adds its processor time.
  func measure<Result, Failure: Error>(
    _ phase: Phase,
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Self.now()
    defer { spent[phase, default: 0] += Self.now() - start }
    return try body()
  }

  /// Runs a part of a phase that waits for other programs and adds its processor time.
  func measure<Result>(
    _ phase: Phase,
    _ body: () async throws -> Result
  ) async throws -> Result {
    let start = Self.now()
    defer { spent[phase, default: 0] += Self.now() - start }
    return try await body()
  }

  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
