package import Diagnostics

/// Checks what the chapters of a set say beside the texts of their fences: links, former places,
/// and values that are spelled out.
package enum SetCheck {
  /// Checks a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - project: whose set it is.
  ///   - generated: the paths of the pages that every set has beside its documents.
  /// - Returns: what is wrong.
  package static func check(
    _ set: CompiledSet,
    of project: Project,
    beside generated: [String]
  ) -> [Diagnostic] {
    let literals = HardCodedCheck(set.values)
    return LinkCheck.check(set.chapters, beside: project.attachments.keys, generated)
      + RedirectCheck.check(set.chapters)
      + project.chapters.flatMap { literals.check($0.template) }
  }
}
