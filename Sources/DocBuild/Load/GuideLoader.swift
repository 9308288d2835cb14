internal import Diagnostics
internal import Machine
internal import Text

/// Reads the Markdown files of a project: partials, chapters, and the files beside them.
struct GuideLoader {
  private(set) var project: Project
  private(set) var diagnostics: [Diagnostic] = []
  private let names: DeclaredNames
  /// The chapters by the addresses of their pages, without `.html`.
  private var pages: [String: String] = [:]
  /// The folders with chapters on disk, within that of the guides, by their addresses.
  private var folders: [String: String] = [:]
  /// The folders on disk whose address is taken.
  private var clashes: Set<String> = []

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
    checkNames()
    let known = Set(
      project.chapters.map(\.template.file.path) + project.partials.values.map(\.file.path)
    )
    for path in pages where !known.contains(Files.displayed(path)) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try loadChapter(path, GuidePath(name))
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
    let paths = try Files.paths(beneath: guides)
    for place in GuidePath.inReadingOrder(paths.filter(MarkdownFileName.isMarkdown)) {
      let path = "\(guides)/\(place.parts.joined(separator: "/"))"
      try loadChapter(path, place)
      if place.document.isEmpty {
        diagnostics.append(
          .misplacedPage(
            "expected a chapter in the folder of its document, as `guides/1-setup/\(place.parts[0])`",
            of: Files.displayed(path)
          )
        )
      } else {
        checkFolders(of: place, Files.displayed(path))
      }
    }
    try loadAttachments(paths.filter { !MarkdownFileName.isMarkdown($0) }, in: guides)
  }

  private mutating func loadChapter(_ path: String, _ place: GuidePath) throws(MachineFailure) {
    let template = try template(path, isPartial: false)
    let chapter = Project.ChapterSource(
      document: place.document,
      name: place.name,
      template: template
    )
    project.chapters.append(chapter)
    guard !place.document.isEmpty else { return }
    let first = pages.updateValue(template.file.path, forKey: chapter.page)
    // Of two folders with one address that is the mistake, not each page in them.
    guard let first, RelativePath.folder(of: first) == RelativePath.folder(of: template.file.path)
    else { return }
    diagnostics.append(.pageClash("\(chapter.page).html", of: template.file.path, first))
  }

  /// Two folders that differ in their numbers alone have one address.
  private mutating func checkFolders(of place: GuidePath, _ path: String) {
    for (address, source) in place.folders {
      guard let first = folders[address] else {
        folders[address] = source
        continue
      }
      guard first != source, clashes.insert(source).inserted else { continue }
      // What is in a folder that clashes is in one address with what is in the other.
      guard !clashes.contains(where: { source.hasPrefix($0 + "/") }) else { continue }
      diagnostics.append(.pageClash("\(address)/", of: path, "guides/\(first)"))
    }
  }

  // MARK: Files beside the chapters

  private mutating func loadAttachments(
    _ paths: [String],
    in guides: String
  ) throws(MachineFailure) {
    let addresses = Dictionary(folders.map { ($1, $0) }) { first, _ in first }
    for path in paths where !MarkdownFileName.isLeftByEditor(path) {
      let place = GuidePath(path)
      guard !place.document.isEmpty else { continue }
      let source = Files.displayed("\(guides)/\(path)")
      let output = Self.address(of: place, among: addresses)
      let page = ["html", "md"].first { output.hasSuffix(".\($0)") }.map {
        String(output.dropLast($0.utf8.count + 1))
      }
      let owner = page.flatMap { pages[$0] }
      let isList =
        output.hasSuffix("/index.html") && folders[RelativePath.folder(of: output)] != nil
      if owner != nil || isList { diagnostics.append(.pageClash(output, of: source, owner)) }
      project.attachments[source] = .init(
        output: output,
        bytes: try Files.read("\(guides)/\(path)")
      )
    }
  }

  /// The address of a file: that of the innermost folder with pages, then its own folders and name.
  private static func address(of place: GuidePath, among addresses: [String: String]) -> String {
    let own = place.folders.last { addresses[$0.source] != nil }
    let depth = own.map { $0.source.split(separator: "/").count } ?? 1
    let folder = own.map(\.address) ?? place.document
    return ([folder] + place.parts[depth...]).joined(separator: "/")
  }

  // MARK: Names

  /// What a set is made of must have names that every system can unpack: they come in bundles.
  private mutating func checkNames() {
    let scale = project.config.scales.map(\.id).max { $0.utf8.count < $1.utf8.count } ?? ""
    let chapters = project.chapters.filter { !$0.document.isEmpty }.map { chapter in
      (output: "\(chapter.page).html", source: chapter.template.file.path)
    }
    let attachments = project.attachments.sorted { $0.key < $1.key }.map { source, file in
      (output: file.output, source: source)
    }
    var sources: [String: String] = [:]
    var wrong: Set<String> = []
    for (output, source) in chapters + attachments
    where sources.updateValue(source, forKey: output) == nil {
      // A folder with a wrong name is one mistake, however many files are in it.
      let folder = RelativePath.folders(around: [output]).first {
        PortableName.mistake(in: $0) != nil
      }
      if let folder, !wrong.insert(folder).inserted { continue }
      if let mistake = PortableName.mistake(in: scale.isEmpty ? output : "\(scale)/\(output)") {
        diagnostics.append(.misplacedPage(mistake, of: source))
      }
    }
    let outputs = sources.keys.sorted()
    for (path, message) in PortableName.clashes(among: outputs) {
      diagnostics.append(.misplacedPage(message, of: sources[path] ?? path))
    }
  }
}
