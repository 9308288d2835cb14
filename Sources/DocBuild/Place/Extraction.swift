internal import Diagnostics
internal import Machine

/// Writes what programs take from the guides of a set.
package enum Extraction {
  /// Writes the real files of the first set beneath a folder, a folder a host, unless an error was
  /// found.
  ///
  /// - Parameters:
  ///   - compilation: of the set.
  ///   - folder: files that an extraction made there before and this one does not are removed,
  ///     others stay.
  /// - Throws: a ``MachineFailure`` where a file cannot be written, a ``RequestMistake`` where the
  ///   folder is the project's own or has something else in the way.
  package static func writeFiles(of compilation: Compilation, to folder: String) throws {
    guard compilation.report.errorCount == 0, let set = compilation.sets.first else { return }
    try OutputPlace.refuse(folder: folder, in: compilation.project)
    let files = set.files(for: .extract).map { file in
      RecordedFiles.File(
        path: "\(file.server)/\(file.path)",
        bytes: file.bytes,
        mode: file.mode
      )
    }
    try RecordedFiles.publish(files, in: folder, record: ".docbuild-files.json")
  }

  /// Writes the commands of the first set as JSON, unless an error was found.
  ///
  /// Each object has `id`, `document`, `chapter`, `path`, `line`, `language`, `user`, `servers` (an
  /// object with `name` and `text` for each server on which it runs) and `output`.
  ///
  /// - Parameters:
  ///   - compilation: of the set.
  ///   - path: the file, which is replaced.
  /// - Throws: a ``MachineFailure`` where the file cannot be written, a ``RequestMistake`` where it
  ///   would be one of the project's.
  package static func writeCommands(of compilation: Compilation, to path: String) throws {
    guard compilation.report.errorCount == 0, let set = compilation.sets.first else { return }
    try OutputPlace.refuse(file: path, in: compilation.project)
    let commands = CommandList(of: set, for: .extract)
    try Publisher.publish(commands.json(compilation.project.files), to: path)
  }
}
