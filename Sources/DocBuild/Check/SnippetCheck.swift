package import Diagnostics
internal import Snippets
internal import Text

/// Checks the fences of a set: what belongs to one file of one host is checked as one text.
package struct SnippetCheck {
  private let values: ValueTable
  private let cache: SnippetCache
  private var diagnostics: [Diagnostic] = []
  /// Whether a chapter has placeholders that may need quotes, by its path.
  private var mayNeedQuotes: [String: Bool] = [:]

  /// Checks the snippets of a set.
  ///
  /// - Parameters:
  ///   - placement: the texts with a stand-in for each secret.
  ///   - values: of the set.
  ///   - cache: of texts that were checked for other sets.
  /// - Returns: what is wrong with them.
  package static func check(
    _ placement: Placement,
    _ values: ValueTable,
    _ cache: SnippetCache
  ) -> [Diagnostic] {
    var check = SnippetCheck(values: values, cache: cache)
    let groups = values.declarations.groups.map(\.id)
    for placed in placement.fences {
      check.diagnostics += FenceCheck.check(placed, groups: groups)
      check.checkMembers(placed)
    }
    check.diagnostics += FilesCheck.check(placement)
    for snippet in placement.snippets() { check.check(snippet) }
    return check.diagnostics
  }

  private init(values: ValueTable, cache: SnippetCache) {
    self.values = values
    self.cache = cache
  }

  /// `self` needs a group, and the group needs the field.
  private mutating func checkMembers(_ placed: PlacedFence) {
    let (fence, chapter) = (placed.fence, placed.chapter)
    let group = fence.attributes.group
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

  /// A value that cannot stand where its placeholder stands is the placeholder's mistake.
  private func holdToPlaceholder(_ finding: Diagnostic, _ chapters: [Chapter]) -> Diagnostic {
    guard finding.kind.isAboutValue else { return finding }
    for chapter in chapters {
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

  /// The finding with the lines that gave the values it is about.
  ///
  /// What would replace a placeholder is no fix: the place to mend is that line.
  private func withOrigins(_ finding: Diagnostic, _ chapters: [Chapter]) -> Diagnostic {
    var finding = finding
    let holes = chapters.flatMap(\.holes)
    let touched = holes.filter { $0.location.meets(finding.location) }
    finding.fixes.removeAll { fix in
      fix.edits.contains { edit in holes.contains { $0.location.meets(edit.location) } }
    }
    // What is wrong with a whole mapping is wrong with no value in it.
    for hole in touched.prefix(touched.count < 3 ? 2 : 0) {
      guard case .value(let reference) = hole.content,
        let entry = values.entry(at: reference.path)
      else { continue }
      guard let origin = entry.origin, finding.rule != Rule.wrongPlace.id else { continue }
      let note = Diagnostic.Note(
        "the value of `\(reference.path)` is set here",
        at: origin.location
      )
      if !finding.notes.contains(note) { finding.notes.append(note) }
    }
    return finding
  }

  /// Whether a finding is about a value that is reported where it is given, or is not.
  private func isAboutStandIn(_ finding: Diagnostic, _ chapters: [Chapter]) -> Bool {
    chapters.lazy.flatMap(\.holes).contains { hole in
      guard hole.location.meets(finding.location), case .value(let reference) = hole.content else {
        return false
      }
      return values.hasStandIn(at: reference.path)
    }
  }

  private mutating func mayNeedQuotes(in chapter: Chapter) -> Bool {
    if let known = mayNeedQuotes[chapter.path] { return known }
    let found = Diagnostic.mayNeedQuotes(chapter, values)
    mayNeedQuotes[chapter.path] = found
    return found
  }

  private mutating func check(_ snippet: PlacedSnippet) {
    let chapters = snippet.parts.map(\.chapter)
    var findings: [Diagnostic] = []
    for (number, text) in snippet.texts().enumerated() {
      for finding in cache.check(text.bytes, as: snippet.kind, fragment: snippet.fragment) {
        let relocated = finding.relocated { text.origin(of: $0.range) }
        guard !isAboutStandIn(relocated, chapters) else { continue }
        let held = holdToPlaceholder(relocated, chapters)
        findings.append(withOrigins(held, chapters))
      }
      if number == 0, chapters.contains(where: { mayNeedQuotes(in: $0) }) {
        let scalars = cache.guessedScalars(in: text.bytes, as: snippet.kind)
        findings += Diagnostic.unquotedPlaceholders(in: text, of: chapters, at: scalars, values)
      }
    }
    for (rule, location) in snippet.expected {
      if findings.contains(where: { $0.rule == rule }) {
        findings.removeAll { $0.rule == rule }
      } else if Rule.all.contains(where: { $0.id == rule }) {
        findings.append(.missingFinding(of: rule, at: location))
      }
    }
    diagnostics += findings
  }
}

extension Location {
  /// Whether two places of one file have a byte in common.
  fileprivate func meets(_ other: Location) -> Bool {
    source == other.source && range.overlaps(other.range)
  }
}
