package import Diagnostics

/// Compiles the chapters of sets; those whose structure agrees are compiled once.
package struct ChapterCompiler {
  private let project: Project
  private let sources: SourceIndex
  private let rendersPages: Bool
  private var compiled: [Key: Outcome<Chapter>] = [:]

  private struct Key: Hashable {
    var path: String
    var text: ExpandedText
    var servers: ServerNames
  }

  /// Creates a compiler.
  ///
  /// - Parameters:
  ///   - project: whose chapters it compiles.
  ///   - rendersPages: whether chapters get their HTML, which only pages need.
  package init(_ project: Project, rendersPages: Bool) {
    self.project = project
    sources = SourceIndex(project)
    self.rendersPages = rendersPages
  }

  /// Compiles the chapters of a set.
  ///
  /// - Parameters:
  ///   - plan: the set.
  ///   - values: its values, and what is wrong with them.
  /// - Returns: the set with its chapters.
  package mutating func compile(_ plan: PlannedSet, _ values: Outcome<ValueTable>) -> CompiledSet {
    let servers = ServerNames(values.value)
    var findings = values.diagnostics
    let chapters = project.chapters.map { source in
      let expanded = Expander.expand(
        source.template,
        with: values.value,
        partials: project.partials,
        sentinel: project.sentinel
      )
      let chapter = chapter(source, expanded.value, servers)
      findings += expanded.diagnostics + chapter.diagnostics
      return chapter.value
    }
    return CompiledSet(plan: plan, values: values.value, chapters: chapters, findings: findings)
  }

  private mutating func chapter(
    _ source: Project.ChapterSource,
    _ text: ExpandedText,
    _ servers: ServerNames
  ) -> Outcome<Chapter> {
    let key = Key(path: source.template.file.path, text: text, servers: servers)
    if let known = compiled[key] { return known }
    let parsed = ChapterParser.parse(source, text, servers, project, sources)
    var chapter = parsed.value.chapter
    if rendersPages {
      let decoration = ChapterDecorator.decoration(
        of: parsed.value,
        servers,
        project.config.callouts
      )
      chapter.html = HTMLRenderer.render(
        parsed.value.document,
        sentinel: text.sentinel,
        decoration: decoration
      )
    }
    let outcome = Outcome(chapter, parsed.diagnostics.map(chapter.showingPlaceholders))
    compiled[key] = outcome
    return outcome
  }
}
