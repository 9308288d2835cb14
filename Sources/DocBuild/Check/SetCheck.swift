package import Diagnostics

/// Checks what the chapters of a set say beside the texts of their fences: links, former places,
/// and values that are spelled out.
package enum SetCheck {
  /// Checks a set.
  ///
  /// - Parameters:
  ///   - set: the set.
  ///   - project: whose set it is.
  ///   - destinations: what links can lead to beside the guides.
  /// - Returns: what is wrong.
  package static func check(
    _ set: CompiledSet,
    of project: Project,
    beside destinations: LinkCheck.LinkDestinations
  ) -> [Diagnostic] {
    let literals = HardCodedCheck(set.values)
    return LinkCheck.check(set, beside: project.attachments.keys, destinations)
      + RedirectCheck.check(set.chapters)
      + project.chapters.flatMap { literals.check($0.template) }
  }
}
