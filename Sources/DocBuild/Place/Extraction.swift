internal import Diagnostics
internal import Machine

/// Writes what programs take from the guides of a set.
package enum Extraction {
  /// Writes the real files of the first set beneath a folder, a folder a host, unless an error was
  /// found.
  ///
  /// - Parameters:
  ///   - compilation: of the set.
  ///   - folder: files of the same path are replaced, others stay.
  /// - Throws: a ``MachineFailure`` where a file cannot be written.
  package static func writeFiles(of compilation: Compilation, to folder: String) throws {
    guard compilation.report.errorCount == 0, let set = compilation.sets.first else { return }
    for file in set.files(for: .extract) {
      try Publisher.publish(
        file.bytes,
        to: "\(folder)/\(file.server)/\(file.path)",
        mode: file.mode
      )
    }
  }

  /// Writes the commands of the first set as JSON, unless an error was found.
  ///
  /// Each object has `id`, `document`, `chapter`, `path`, `line`, `language`, `user`, `servers` (an
  /// object with `name` and `text` for each server on which it runs) and `output`.
  ///
  /// - Parameters:
  ///   - compilation: of the set.
  ///   - path: the file, which is replaced.
  /// - Throws: a ``MachineFailure`` where the file cannot be written.
  package static func writeCommands(of compilation: Compilation, to path: String) throws {
    guard compilation.report.errorCount == 0, let set = compilation.sets.first else { return }
    let commands = CommandList(of: set, for: .extract)
    try Publisher.publish(commands.json(compilation.project.files), to: path)
  }
}
