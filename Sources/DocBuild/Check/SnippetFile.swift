internal import Diagnostics
internal import Snippets
internal import Text

/// What fences show of one file of one host, or a fence that is no file.
struct SnippetFile {
  var kind: SnippetKind
  /// The keys that lead to the part that is shown; empty for a whole file.
  var fragment: [String]
  var parts: [(text: MappedText, chapter: Chapter)] = []
  /// The group of servers on which it stands, where the host is one.
  var group: String?
  /// Rules that the author says are broken here, each with the fence that says so.
  var expected: [(rule: String, location: Location)] = []

  /// Returns the text as programs read it.
  ///
  /// - Parameters:
  ///   - member: the server of the group, from 1.
  ///   - values: what stands for the placeholders.
  /// - Returns: the text, with the origin of every byte.
  func text(of member: Int, with values: ValueTable) -> MappedText {
    var text = MappedText()
    for (part, chapter) in parts {
      let resolver = SnippetText(chapter: chapter, values: values, purpose: .check)
      resolver.append(part, of: group.map { ($0, member) }, to: &text)
    }
    return text
  }
}

/// Puts together what belongs to one file.
struct SnippetFiles {
  private let project: Project
  private let values: ValueTable
  private var files: [Key: SnippetFile] = [:]
  private var order: [Key] = []
  private var diagnostics: [Diagnostic] = []

  private struct Key: Hashable {
    var document: String
    var file: String
    var host: String
    /// Tells apart the fences that are no whole files.
    var part: Int
  }

  /// Returns the files that a set shows and that are checked, in the order of their first fences.
  ///
  /// - Returns: with them, what is wrong with the choice of schemas.
  static func files(
    of chapters: [Chapter],
    of project: Project,
    with values: ValueTable
  ) -> Outcome<[SnippetFile]> {
    var all = SnippetFiles(project: project, values: values)
    for chapter in chapters {
      for fence in chapter.fences { all.take(fence, of: chapter) }
    }
    return Outcome(all.order.compactMap { all.files[$0] }, all.diagnostics)
  }

  private init(project: Project, values: ValueTable) {
    self.project = project
    self.values = values
  }

  private mutating func take(_ fence: Fence, of chapter: Chapter) {
    let group = fence.attributes.group
    let schema = FenceSchema.kind(of: fence, in: project)
    diagnostics += schema.diagnostics
    guard let kind = schema.value else { return }
    let fragment = fence.attributes.values["fragment"]
    var key = Key(
      document: chapter.document.isEmpty ? chapter.path : chapter.document,
      file: fence.attributes.file ?? "",
      host: fence.attributes.host ?? "",
      part: 0
    )
    if key.file.isEmpty || fragment != nil { key.part = order.count + 1 }
    if files[key] == nil {
      order.append(key)
      files[key] = SnippetFile(
        kind: kind,
        fragment: fragment?.split(separator: ".").map(String.init) ?? [],
        group: values.counts[group] == nil ? nil : group
      )
    }
    files[key]?.parts.append((fence.text, chapter))
    if let rule = fence.attributes.values["expect"] {
      files[key]?.expected.append((rule, fence.location))
    }
  }
}
