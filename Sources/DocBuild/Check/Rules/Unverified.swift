package import Diagnostics

extension Rule {
  static let unverified = Rule(
    "verify/unverified",
    reports: "A file or a command that the real program has not accepted, where that is required.",
    why: "No real program has read what changed since the last `docbuild verify`.",
    fires: Example(
      path: "docbuild.yml",
      "title: A project\nscales: [{ id: small }]\nverify:\n  checkers:\n"
        + "    - { name: not empty, files: \"**/motd\", run: [test, -s, \"{file}\"] }\n"
    ),
    fixed: Example(
      path: "docbuild.yml",
      "title: A project\nscales: [{ id: small }]\nverify:\n  unjudged:\n"
        + "    - { files: \"**/motd\", reason: People read it }\n"
    )
  )
}

/// Finds what the record of `docbuild verify` does not vouch for.
package enum UnverifiedCheck {
  /// Returns a finding for each judgement without a record.
  ///
  /// - Parameters:
  ///   - sets: the compiled sets.
  ///   - project: their project, with the record.
  /// - Returns: the findings, in the order of the sets.
  package static func check(_ sets: [CompiledSet], of project: Project) -> [Diagnostic] {
    VerificationPlan(sets, project.config.verify).jobs
      .filter { project.verified.entry(for: $0.digest) == nil }
      .map { job in
        var finding = Diagnostic(
          .unverified,
          at: job.location,
          "missing record that `\(job.checker.name)` accepts `\(job.place.name)`",
          notes: [Diagnostic.Note("`docbuild verify` runs it and writes the record.")]
        )
        finding.sets = job.subjects.map(\.set)
        return finding
      }
  }
}
