internal import Diagnostics
internal import Snippets

/// Checks the fences of a set: what belongs to one file of one host is checked as one text.
struct SnippetCheck {
  private let project: Project
  private let values: ValueTable
  private let checker: SnippetChecker
  private var files: [FileKey: File] = [:]
  private var order: [FileKey] = []
  private var diagnostics: [Diagnostic] = []

  private struct FileKey: Hashable {
    var document: String
    var file: String
    var host: String
    var part: Int
  }

  private struct File {
    var kind: SnippetKind
    var parts: [(text: MappedText, chapter: Chapter)] = []
    var group: String?
  }

  /// Returns what is wrong with the snippets of a set.
  static func check(
    _ chapters: [Chapter],
    of project: Project,
    with values: ValueTable,
    _ cache: SnippetCache
  ) -> [Diagnostic] {
    var check = SnippetCheck(project: project, values: values, checker: cache.checker)
    for chapter in chapters {
      for fence in chapter.fences { check.take(fence, of: chapter) }
    }
    for key in check.order { check.checkFile(key, cache) }
    return check.diagnostics
  }

  private init(project: Project, values: ValueTable, checker: SnippetChecker) {
    self.project = project
    self.values = values
    self.checker = checker
  }

  private mutating func take(_ fence: Fence, of chapter: Chapter) {
    let host = fence.attributes.host ?? ""
    let group = String(host.prefix { $0 != "." })
    let known = values.declarations.groups.map(\.id) + ["all", "control"]
    if !host.isEmpty, !known.contains(group) {
      diagnostics.append(
        .unknownHost(host, at: fence.location, nearest: NameIndex(known).nearest(to: group))
      )
    }
    checkMembers(fence, of: chapter, group: group)
    if let file = fence.attributes.file, file.split(separator: "/").contains("..") {
      diagnostics.append(.unsafePath(file, at: fence.location))
    }
    checkTwice(fence, host, of: chapter)
    guard let kind = kind(of: fence) else { return }
    var key = FileKey(
      document: chapter.document.isEmpty ? chapter.path : chapter.document,
      file: fence.attributes.file ?? "",
      host: host,
      part: 0
    )
    if key.file.isEmpty || fence.attributes.values["fragment"] != nil { key.part = order.count + 1 }
    if files[key] == nil {
      order.append(key)
      files[key] = File(kind: kind, group: values.counts[group] == nil ? nil : group)
    }
    files[key]?.parts.append((fence.text, chapter))
  }

  /// `self` needs a group, and the group needs the field.
  private mutating func checkMembers(_ fence: Fence, of chapter: Chapter, group: String) {
    for piece in HolePieces(fence.text.bytes, sentinel: chapter.sentinel) {
      guard case .hole(let index) = piece,
        case .value(let reference) = chapter.holes[index].content,
        values.entry(at: reference.path) == nil
      else { continue }
      let field = reference.path.split(separator: ".").last.map(String.init) ?? ""
      let fields = (values.declarations.group(group)?.fields.map(\.key) ?? []) + ["name", "index"]
      diagnostics.append(
        .unknownMemberField(
          field,
          of: group,
          at: chapter.holes[index].location,
          nearest: NameIndex(fields).nearest(to: field)
        )
      )
    }
  }

  private var shown: [String: (document: String, location: Location)] = [:]

  private mutating func checkTwice(_ fence: Fence, _ host: String, of chapter: Chapter) {
    guard let file = fence.attributes.file, fence.attributes.values["fragment"] == nil,
      !chapter.document.isEmpty, !host.isEmpty
    else { return }
    let key = "\(host):\(file)"
    if let first = shown[key] {
      guard first.document != chapter.document else { return }
      diagnostics.append(
        .fileTwice(file, host: host, at: fence.location, first: first.location)
      )
    } else {
      shown[key] = (chapter.document, fence.location)
    }
  }

  /// The kind of a fence by its attributes, the map of docbuild.yml or its name; nothing for a
  /// language that is not checked.
  private mutating func kind(of fence: Fence) -> SnippetKind? {
    let values = fence.attributes.values
    let isYAML = ["yaml", "yml"].contains(fence.attributes.language)
    guard isYAML else { return nil }
    if values["check"] == "none" || values["schema"] == "yaml", (values["reason"] ?? "").isEmpty {
      diagnostics.append(
        .missingReason(values["check"] == "none" ? "check=none" : "schema=yaml", at: fence.location)
      )
    }
    if values["check"] == "none" { return nil }
    let mapped = fence.attributes.file.flatMap { project.config.schema(forFile: $0) }
    let name =
      values["schema"] ?? mapped?.schema
      ?? fence.attributes.file.flatMap { SnippetKind.schemaName(forFile: $0) }
    guard let name else {
      diagnostics.append(.noSchema(at: fence.location))
      return .yaml
    }
    if name == "ansible-vars" {
      guard let catalog = mapped?.catalog ?? project.newestCatalog,
        project.catalogs[catalog] != nil
      else {
        diagnostics.append(.noCatalog(mapped?.catalog, at: fence.location))
        return .yaml
      }
      return .ansibleVars(catalog: catalog)
    }
    if !SnippetKind.schemaNames.contains(name), !name.hasSuffix(".json") {
      let nearest = NameIndex(SnippetKind.schemaNames).nearest(to: name)
      diagnostics.append(.unknownSchema(name, at: fence.location, nearest: nearest))
    }
    return .yaml
  }

  private mutating func checkFile(_ key: FileKey, _ cache: SnippetCache) {
    guard let file = files[key] else { return }
    let count = file.group.flatMap { values.counts[$0] } ?? 1
    for member in 1...max(1, count) {
      var text = MappedText()
      for (part, chapter) in file.parts {
        let resolver = SnippetText(chapter: chapter, values: values)
        resolver.append(part, of: file.group.map { ($0, member) }, to: &text)
      }
      for finding in cache.check(text.bytes, as: file.kind) {
        diagnostics.append(finding.relocated { text.origin(of: $0.range) })
      }
    }
  }
}
