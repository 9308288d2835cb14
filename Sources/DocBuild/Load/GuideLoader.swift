internal import Diagnostics
internal import Machine

/// Reads the Markdown files of a project: partials, chapters, and the files beside them.
struct GuideLoader {
  private(set) var project: Project
  private(set) var diagnostics: [Diagnostic] = []
  private let names: DeclaredNames

  /// Creates a loader for a project whose declarations are read.
  init(_ project: Project) {
    self.project = project
    names = DeclaredNames(project.declarations)
  }

  /// Reads everything.
  ///
  /// - Parameter pages: Markdown files that are checked beside the guides; a partial is checked
  ///   where chapters include it.
  /// - Throws: a ``MachineFailure`` where a file cannot be read.
  mutating func load(beside pages: [String]) throws(MachineFailure) {
    try loadPartials()
    try loadGuides()
    try loadAttachments()
    checkNames()
    let known = Set(
      project.chapters.map(\.template.file.path) + project.partials.values.map(\.file.path)
    )
    for path in pages where !known.contains(Files.displayed(path)) {
      try loadChapter(path, document: "")
    }
  }

  private mutating func template(
    _ path: String,
    isPartial: Bool
  ) throws(MachineFailure) -> Template {
    let text = GuideText.read(path: Files.displayed(path), try Files.read(path))
    let file = text.value
    project.files[file.path] = file
    diagnostics += text.diagnostics
    let found = MarkdownFileName.mistake(in: path)
    if let found { diagnostics.append(.misplacedPage(found, of: file.path)) }
    let head = isPartial ? FrontMatterBounds.mistake(inPartial: file) : nil
    if let head { diagnostics.append(head.finding) }
    let template = TemplateParser.parse(
      file,
      from: head?.end ?? 0,
      names: project.isBare ? nil : names
    )
    diagnostics += template.diagnostics
    return template.value
  }

  // MARK: Partials

  private mutating func loadPartials() throws(MachineFailure) {
    let folder = "\(project.root)/partials"
    for path in try Files.paths(beneath: folder) where MarkdownFileName.isMarkdown(path) {
      project.partials["partials/\(path)"] = try template("\(folder)/\(path)", isPartial: true)
    }
  }

  // MARK: Chapters

  private mutating func loadGuides() throws(MachineFailure) {
    let guides = "\(project.root)/guides"
    for folder in try Files.names(in: guides) {
      guard Files.isFolder("\(guides)/\(folder)") else {
        if MarkdownFileName.isMarkdown(folder) {
          try loadChapter("\(guides)/\(folder)", document: "")
          diagnostics.append(
            .misplacedPage(
              "expected a chapter in the folder of its document, as `guides/1-setup/\(folder)`",
              of: Files.displayed("\(guides)/\(folder)")
            )
          )
        }
        continue
      }
      for name in try Files.names(in: "\(guides)/\(folder)")
      where MarkdownFileName.isMarkdown(name) {
        try loadChapter(
          "\(guides)/\(folder)/\(name)",
          document: ProjectNames.withoutNumber(folder)
        )
      }
    }
  }

  private mutating func loadChapter(
    _ path: String,
    document: String
  ) throws(MachineFailure) {
    let template = try template(path, isPartial: false)
    let written = path.split(separator: "/").last.map(MarkdownFileName.stem) ?? path
    let name = ProjectNames.withoutNumber(written)
    let first = project.chapters.first { $0.document == document && $0.name == name }
    if !document.isEmpty, first != nil || name == "index" {
      diagnostics.append(
        .pageClash("\(document)/\(name).html", of: template.file.path, first?.template.file.path)
      )
    }
    project.chapters.append(.init(document: document, name: name, template: template))
  }

  // MARK: Files beside the chapters

  private mutating func loadAttachments() throws(MachineFailure) {
    let guides = "\(project.root)/guides"
    for path in try Files.paths(beneath: guides) where !MarkdownFileName.isLeftByEditor(path) {
      let parts = path.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, !MarkdownFileName.isMarkdown(path) || parts[1].contains("/")
      else { continue }
      let source = Files.displayed("\(guides)/\(path)")
      let output = "\(ProjectNames.withoutNumber(parts[0]))/\(parts[1])"
      let owner = project.chapters.first { chapter in
        ["html", "md"].contains { "\(chapter.document)/\(chapter.name).\($0)" == output }
      }
      if owner != nil || parts[1] == "index.html" {
        diagnostics.append(.pageClash(output, of: source, owner?.template.file.path))
      }
      project.attachments[source] = .init(
        output: output,
        bytes: try Files.read("\(guides)/\(path)")
      )
    }
  }

  // MARK: Names

  /// What a set is made of must have names that every system can unpack: they come in bundles.
  private mutating func checkNames() {
    let scale = project.config.scales.map(\.id).max { $0.utf8.count < $1.utf8.count } ?? ""
    let chapters = project.chapters.filter { !$0.document.isEmpty }.map { chapter in
      (output: "\(chapter.document)/\(chapter.name).html", source: chapter.template.file.path)
    }
    let attachments = project.attachments.sorted { $0.key < $1.key }.map { source, file in
      (output: file.output, source: source)
    }
    var sources: [String: String] = [:]
    var folders: Set<Substring> = []
    for (output, source) in chapters + attachments
    where sources.updateValue(source, forKey: output) == nil {
      // A folder with a wrong name is one mistake, however many files are in it.
      let folder = output.prefix { $0 != "/" }
      if PortableName.mistake(in: String(folder)) != nil, !folders.insert(folder).inserted {
        continue
      }
      if let mistake = PortableName.mistake(in: "\(scale)/\(output)") {
        diagnostics.append(.misplacedPage(mistake, of: source))
      }
    }
    let outputs = sources.keys.sorted()
    for (path, message) in PortableName.clashes(among: outputs) {
      diagnostics.append(.misplacedPage(message, of: sources[path] ?? path))
    }
  }
}
