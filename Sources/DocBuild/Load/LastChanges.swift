internal import Machine

/// The days on which files changed last, by the history of git.
package enum LastChanges {
  /// Asks git for the last change of files.
  ///
  /// - Parameters:
  ///   - paths: of the files.
  ///   - folder: in whose repository they stand.
  /// - Returns: the day of the last commit that changed each, such as `2026-08-22`; nothing for a
  ///   file that no commit has.
  /// - Throws: a ``MachineFailure`` where there is no git, no repository, or one without its
  ///   whole history: a shallow clone would give every file the day of its only commit.
  package static func read(_ paths: [String], in folder: String) async throws -> [String: String] {
    let state = try await git(["rev-parse", "--is-shallow-repository"], in: folder)
    guard state == ["false"] else {
      throw MachineFailure(
        "`last_change: git` requires the whole history, but this clone is shallow; "
          + "run `git fetch --unshallow`"
      )
    }
    var days: [String: String] = [:]
    for path in paths {
      let log = try await git(["log", "-1", "--format=%cs", "--", path], in: folder)
      days[path] = log.first
    }
    return days
  }

  private static func git(_ words: [String], in folder: String) async throws -> [String] {
    let ending = try await ProgramRunner.run(["git"] + words, in: folder)
    guard ending.code == 0 else {
      throw MachineFailure("`last_change: git`: \(ending.lines.first ?? "git failed")")
    }
    return ending.lines
  }
}
