internal import Diagnostics
package import DocBuild
internal import Values

/// One set of a site: its values, its chapters, and the pages that come of them.
package struct SiteSet: Sendable {
  package let project: Project
  let compiled: CompiledSet
  package let templates: TemplateSet
  /// Whether no other set stands beside this one, so that nothing leads to the others.
  var isStandalone = false
  /// The digest of the data that the set is made of.
  let dataHash: String
  let filler: HoleFiller
  /// The pages that are made from its data, in the order of the navigation.
  let generated: [MadePage]
  /// The documents that have chapters, in the order of docbuild.yml.
  let documents: [PageFolder]

  package var values: ValueTable { compiled.values }
  package var chapters: [Chapter] { compiled.chapters }
  package var scale: ProjectConfig.Scale { compiled.plan.scale }
  /// The title of the customer; nothing for a template set.
  package var customer: String? { compiled.plan.overlay?.customer?.title }

  /// The folder of the set within the site; empty for one that is the whole site.
  package var folder: String {
    let id = compiled.plan.id
    return id.customer.map { "\($0)/\(id.scale)" } ?? id.scale
  }

  init(
    _ compiled: CompiledSet,
    of project: Project,
    among scales: ScaleComparison,
    _ generated: [MadePage],
    _ templates: TemplateSet
  ) {
    self.generated = generated
    self.project = project
    self.compiled = compiled
    self.templates = templates
    dataHash = project.dataHash(of: compiled.plan.scale.id, compiled.plan.overlay)
    filler = HoleFiller(
      compiled.values,
      among: scales,
      for: compiled.chapters.lazy.flatMap(\.holes)
    )
    documents = Self.documents(of: compiled.chapters, project.config) { [filler] chapter in
      filler.plain(chapter.title, holes: chapter.holes, sentinel: chapter.sentinel)
    }
  }

  private static func documents(
    of chapters: [Chapter],
    _ config: ProjectConfig,
    title: (Chapter) -> String
  ) -> [PageFolder] {
    var own: [String: [Chapter]] = [:]
    var ids: [String] = []
    for chapter in chapters where !chapter.document.isEmpty {
      if own[chapter.document] == nil { ids.append(chapter.document) }
      own[chapter.document, default: []].append(chapter)
    }
    let declared = config.documents.filter { own[$0.id] != nil }
    let others = ids.filter { id in !declared.contains { $0.id == id } }
    return declared.map { document in
      var folder = PageFolder(document.id, own[document.id] ?? [], title: title)
      folder.title = document.title
      return folder
    } + others.map { PageFolder($0, own[$0] ?? [], title: title) }
  }

  func title(of chapter: Chapter) -> String {
    filler.plain(chapter.title, holes: chapter.holes, sentinel: chapter.sentinel)
  }

  /// What a chapter is about, as its front matter says.
  func summary(of chapter: Chapter) -> String? {
    chapter.summary.map { summary in
      filler.plain(Array(summary.utf8), holes: chapter.holes, sentinel: chapter.sentinel)
    }
  }

  /// Whether a reader of the set has values to give.
  var isTemplate: Bool { values.hasOpenValues }

  /// Whether the project has several scales, so that a set says which one it is.
  var hasScales: Bool { project.config.scales.count > 1 }

  /// For how many users the set is, such as `1,000 users`; empty where the project does not say.
  var users: String { scale.users > 0 ? Self.counted(scale.users, "user") : "" }

  /// Which scale the set is and for how many users, such as `Large, for 10,000 users`; empty where
  /// the project has one scale and says nothing of users.
  var size: String {
    let parts = [hasScales ? scale.title : "", users.isEmpty ? "" : "for \(users)"]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Whether its pages say beside their text which set they belong to, or what is marked in them.
  var hasAbout: Bool { !size.isEmpty || customer != nil || isTemplate }

  /// How many servers the set has, such as `19 servers`; empty where the project has no groups.
  var servers: String {
    values.declarations.groups.isEmpty ? "" : Self.counted(values.serverTotal, "server")
  }

  /// A number with commas between thousands, and what is counted.
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - one: the word for one of them.
  ///   - many: the word for several; `one` with an `s` by default.
  /// - Returns: both, such as `1 server`.
  static func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// A number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}

extension ValueTable {
  /// How many servers the set has.
  package var serverTotal: Int { counts.values.reduce(0, +) }

  /// Whether a customer has still to give a value.
  var hasOpenValues: Bool { paths.contains { entry(at: $0)?.isOpen == true } }
}
