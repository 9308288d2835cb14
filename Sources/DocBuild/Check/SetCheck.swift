internal import Diagnostics

/// Checks what the chapters of a set say beside the texts of their fences: links, former places,
/// and values that are spelled out.
enum SetCheck {
  static func check(_ set: CompiledSet, of project: Project) -> [Diagnostic] {
    let literals = HardCodedCheck(set.values)
    return LinkCheck.check(set.chapters, beside: project.attachments.keys)
      + RedirectCheck.check(set.chapters)
      + project.chapters.flatMap { literals.check($0.template) }
  }
}
