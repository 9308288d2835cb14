internal import Subprocess

/// Runs programs of the machine; the only file that knows the library for processes.
package enum ProgramRunner {
  /// What a program said and how it ended.
  package struct Ending: Sendable {
    /// The exit code; 128 and the signal for a program that one ended.
    package var code: Int
    /// Standard output and standard error, at most so many lines.
    package var lines: [String]
  }

  /// The lines of output that are kept.
  private static let limit = 2000

  /// Runs a program and collects what it says.
  ///
  /// - Parameters:
  ///   - command: the program, by name or path, and its arguments.
  ///   - folder: where it works.
  /// - Returns: how it ended; code 127 for a program that there is not.
  /// - Throws: a ``MachineFailure`` where nothing can be started.
  package static func run(_ command: [String], in folder: String) async throws -> Ending {
    do {
      let result = try await Subprocess.run(
        .name("env"),
        arguments: Arguments(["--chdir=\(folder)", "LC_ALL=C.UTF-8"] + command),
        input: .none,
        output: .sequence,
        error: .combinedWithOutput
      ) { execution in
        var lines: [String] = []
        for try await line in execution.standardOutput.strings(bufferingPolicy: .unbounded)
        where lines.count < limit {
          lines.append(line)
        }
        return lines
      }
      let code =
        switch result.terminationStatus {
        case .exited(let code): Int(code)
        case .signaled(let signal): 128 + Int(signal)
        }
      return Ending(code: code, lines: result.closureResult)
    } catch {
      throw MachineFailure("cannot run \(command.first ?? ""): \(error)")
    }
  }
}
