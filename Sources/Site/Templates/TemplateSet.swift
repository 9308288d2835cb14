package import Diagnostics
package import DocBuild
internal import SiteTemplates

/// The templates of a build, looked up file by file.
package struct TemplateSet: Sendable {
  private var templates: [String: PageTemplate] = [:]
  private var anchors: [String: Set<String>] = [:]
  /// The files that are copied to each set.
  private(set) var assets: [String: [UInt8]]

  /// Compiles the templates.
  ///
  /// - Parameter project: whose own files go before those that come with the program.
  /// - Returns: the templates, and what is wrong with those of the project.
  package static func load(for project: Project) -> Outcome<TemplateSet> {
    let own = project.templates
    var files: [String: SourceFile] = [:]
    for (name, bytes) in SiteTemplates.files {
      let isScript = name.hasSuffix(".js")
      files[name] = SourceFile(path: "", bytes: isScript ? ScriptText.compact(bytes) : bytes)
    }
    files.merge(own) { $1 }
    var set = TemplateSet(assets: [:])
    set.assets = files.filter { !$0.key.hasSuffix(".html") }.mapValues(\.bytes)
    var loader = TemplateLoader(files: files.filter { $0.key.hasSuffix(".html") })
    for (name, names) in TemplateNames.ofPages.sorted(by: { $0.key < $1.key }) {
      let template = loader.template(name)
      set.templates[name] = template
      set.anchors[name] = template.anchors
      loader.diagnostics += names.check(template)
    }
    loader.reportUnused(among: own)
    return Outcome(set, loader.diagnostics)
  }

  /// Returns a template; an empty one where there is none of the name.
  package subscript(name: String) -> PageTemplate { templates[name] ?? PageTemplate() }

  /// Returns the names in a template that links can lead to, those that are filled in left out.
  func anchors(of name: String) -> Set<String> { anchors[name] ?? [] }

  /// Returns a template filled with values.
  package func page(_ name: String, _ context: TemplateContext) -> [UInt8] {
    assert(
      TemplateNames.ofPages[name]?.mismatch(context) == nil,
      "\(name): \(TemplateNames.ofPages[name]?.mismatch(context) ?? "")"
    )
    var out: [UInt8] = []
    self[name].fill(context, into: &out)
    return out
  }
}

/// Reads templates and the files that they insert.
private struct TemplateLoader {
  let files: [String: SourceFile]
  var diagnostics: [Diagnostic] = []
  private var read: [String: PageTemplate] = [:]
  private var used: Set<String> = []

  init(files: [String: SourceFile]) { self.files = files }

  /// Returns a template with what it inserts.
  mutating func template(_ name: String) -> PageTemplate {
    PageTemplate(parts: resolved(parts(of: name), [name]))
  }

  private mutating func parts(of name: String) -> [PageTemplate.Part] {
    used.insert(name)
    if let known = read[name] { return known.parts }
    guard let file = files[name] else { return [] }
    let outcome = TemplateReader.read(file)
    diagnostics += outcome.diagnostics
    read[name] = outcome.value
    return outcome.value.parts
  }

  private mutating func resolved(
    _ parts: [PageTemplate.Part],
    _ inside: [String]
  ) -> [PageTemplate.Part] {
    var resolved: [PageTemplate.Part] = []
    for part in parts {
      switch part {
      case .literal, .value, .onPage: resolved.append(part)
      case .section(let name, let inner, let isInverted, let location):
        let all = self.resolved(inner, inside)
        resolved.append(.section(name, all, isInverted: isInverted, location))
      case .include(let name, let location):
        if inside.contains(name) {
          diagnostics.append(.templateInItself(name, at: location))
        } else if files[name] == nil {
          let nearest = NameIndex(files.keys.sorted()).nearest(to: name)
          diagnostics.append(.missingTemplate(name, at: location, nearest: nearest))
        } else {
          resolved += self.resolved(self.parts(of: name), inside + [name])
        }
      }
    }
    return resolved
  }

  mutating func reportUnused(among own: [String: SourceFile]) {
    let known = Set(files.keys).subtracting(own.keys).union(used).sorted()
    for (name, file) in own.sorted(by: { $0.key < $1.key })
    where name.hasSuffix(".html") && !used.contains(name) {
      diagnostics.append(
        .unusedTemplate(name, file.path, nearest: NameIndex(known).nearest(to: name))
      )
    }
  }
}
