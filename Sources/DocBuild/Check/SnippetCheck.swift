internal import Diagnostics
internal import Snippets
internal import Text

/// Checks the fences of a set: what belongs to one file of one host is checked as one text.
struct SnippetCheck {
  private let values: ValueTable
  private let checker: SnippetChecker
  private var diagnostics: [Diagnostic] = []

  /// Checks the snippets of a set.
  ///
  /// - Parameters:
  ///   - chapters: with their fences.
  ///   - files: what the fences show.
  ///   - project: whose schemas and catalogs count.
  ///   - values: what stands for the placeholders.
  ///   - known: what was found before; a value whose placeholder is wrong is not held against its
  ///     schema.
  ///   - cache: of texts that were checked for other sets.
  /// - Returns: what is wrong with them.
  static func check(
    _ chapters: [Chapter],
    _ files: [SnippetFile],
    of project: Project,
    with values: ValueTable,
    beside known: [Diagnostic],
    _ cache: SnippetCache
  ) -> [Diagnostic] {
    var check = SnippetCheck(values: values, checker: cache.checker)
    for chapter in chapters {
      for fence in chapter.fences { check.take(fence, of: chapter) }
    }
    for file in files { check.check(file, cache) }
    check.diagnostics += PlacedFiles(chapters, of: project, with: values)
      .check(values.declarations.groups)
    let wrong = known.filter { $0.category == "placeholder" }.map(\.location)
    guard !wrong.isEmpty else { return check.diagnostics }
    return check.diagnostics.filter { finding in
      !wrong.contains { place in
        place.source == finding.location.source
          && finding.location.range.lowerBound <= place.range.lowerBound
          && place.range.upperBound <= finding.location.range.upperBound
      }
    }
  }

  private init(values: ValueTable, checker: SnippetChecker) {
    self.values = values
    self.checker = checker
  }

  private mutating func take(_ fence: Fence, of chapter: Chapter) {
    let host = fence.attributes.host ?? ""
    diagnostics += FenceCheck.check(fence, groups: values.declarations.groups.map(\.id))
    checkMembers(fence, of: chapter, group: fence.attributes.group)
    checkTwice(fence, host, of: chapter)
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

  /// A value that cannot stand where its placeholder stands is the placeholder's mistake.
  private func holdToPlaceholder(_ finding: Diagnostic, _ file: SnippetFile) -> Diagnostic {
    guard finding.kind.isAboutValue else { return finding }
    for (_, chapter) in file.parts {
      let hole = chapter.holes.first { hole in
        // The quotes around a value belong to the finding, not to the placeholder.
        let (inner, outer) = (hole.location.range, finding.location.range)
        return hole.location.source == finding.location.source
          && 0...1 ~= inner.lowerBound - outer.lowerBound
          && inner.upperBound - outer.upperBound == outer.lowerBound - inner.lowerBound
      }
      guard case .value(let reference)? = hole?.content,
        let entry = values.entry(at: reference.path)
      else { continue }
      return .wrongPlace(of: reference, entry.declaration, because: finding)
    }
    return finding
  }

  private mutating func check(_ file: SnippetFile, _ cache: SnippetCache) {
    let count = file.group.flatMap { values.counts[$0] } ?? 1
    var findings: [Diagnostic] = []
    for member in 1...max(1, count) {
      let text = file.text(of: member, with: values)
      for finding in cache.check(text.bytes, as: file.kind, fragment: file.fragment) {
        let relocated = finding.relocated { text.origin(of: $0.range) }
        findings.append(holdToPlaceholder(relocated, file))
      }
      let chapters = file.parts.map(\.chapter)
      if member == 1, chapters.contains(where: { Diagnostic.mayNeedQuotes($0, values) }) {
        let scalars = checker.guessedScalars(in: text.bytes, as: file.kind)
        findings += Diagnostic.unquotedPlaceholders(in: text, of: chapters, at: scalars, values)
      }
    }
    for (rule, location) in file.expected {
      if findings.contains(where: { $0.rule == rule }) {
        findings.removeAll { $0.rule == rule }
      } else if Rule.all.contains(where: { $0.id == rule }) {
        findings.append(.missingFinding(of: rule, at: location))
      }
    }
    diagnostics += findings
  }
}
