import Foundation
import Glibc

/// Runs programs and measures the processor time that they take.
enum Stopwatch {
  /// What a run took and printed.
  struct Run {
    /// User and system time of the program and its children, in seconds.
    var seconds: Double
    /// What it wrote to standard error.
    var errors: String
  }

  /// A program that did not end with 0.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Returns the quickest of several runs.
  ///
  /// - Throws: a ``Failure`` where the program fails.
  static func quickest(of count: Int, _ program: String, _ arguments: [String]) throws -> Run {
    var best: Run?
    for _ in 0..<count {
      let run = try run(program, arguments)
      if run.seconds < best?.seconds ?? .infinity { best = run }
    }
    guard let best else { throw Failure(description: "nothing was run") }
    return best
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    let before = processorTime()
    try process.run()
    let printed = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let seconds = processorTime() - before
    let text = String(decoding: printed, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(program) ended with \(process.terminationStatus): \(text)")
    }
    return Run(seconds: seconds, errors: text)
  }

  /// The processor time of all programs that were waited for.
  private static func processorTime() -> Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }
}
