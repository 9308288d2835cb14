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
  private var unread = UnreadTexts()

  /// Checks the snippets of a set.
  ///
  /// - Parameters:
  ///   - placement: the texts with a stand-in for each secret.
  ///   - values: of the set.
  ///   - cache: of texts that were checked for other sets.
  /// - Returns: what cannot be read as it is meant, and what is wrong with the snippets.
  package static func check(
    _ placement: Placement,
    _ values: ValueTable,
    _ cache: SnippetCache
  ) -> Outcome<UnreadTexts> {
    var check = SnippetCheck(values: values, cache: cache)
    let groups = values.declarations.groups.map(\.id)
    for placed in placement.fences {
      check.diagnostics += FenceCheck.check(placed, groups: groups)
      check.checkMembers(placed)
      if placed.isUnread(in: values) {
        let isCut = placed.fence.isPartial
        check.unread.add(placed, at: [placed.origin].compactMap(\.self), isCut: isCut)
      }
      check.diagnostics += Diagnostic.secretsInLogins(of: placed, values)
    }
    check.diagnostics += FilesCheck.check(placement)
    for snippet in placement.snippets() { check.check(snippet) }
    return Outcome(check.unread, check.diagnostics)
  }

  /// What makes findings of several servers the same.
  private struct Finding: Hashable {
    var rule: String
    var location: Location
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
      guard hole.location.meets(finding.location) else { return false }
      guard case .value(let reference) = hole.content else { return hole.isMalformed }
      return values.hasStandIn(at: reference.path)
    }
  }

  /// The name that a text misses, where other texts include a part of it: they miss the same.
  private func subject(
    of finding: Diagnostic,
    _ text: MappedText,
    _ chapters: [Chapter]
  ) -> Diagnostic.Subject? {
    guard case .missing(let name) = finding.subject else { return nil }
    let partials = text.sources.compactMap { source -> String? in
      guard case .file(let path) = source, !chapters.contains(where: { $0.path == path }) else {
        return nil
      }
      return path
    }
    return partials.isEmpty
      ? nil : .missing("\(finding.rule) \(name) \(partials.sorted().joined(separator: " "))")
  }

  private mutating func mayNeedQuotes(in chapter: Chapter) -> Bool {
    if let known = mayNeedQuotes[chapter.path] { return known }
    let found = Diagnostic.mayNeedQuotes(chapter, values)
    mayNeedQuotes[chapter.path] = found
    return found
  }

  private mutating func check(_ snippet: PlacedSnippet) {
    // Of a text that is not whole nothing can be told.
    guard !snippet.parts.contains(where: \.fence.isPartial) else { return }
    let chapters = snippet.parts.map(\.chapter)
    var findings: [Diagnostic] = []
    // What lines say about each other is not known where one of them lacks its value.
    lazy var lacking = snippet.parts.filter { $0.isUnread(in: values) }.compactMap(\.origin)
    // A loop, or another server, makes the same place say the same thing again.
    var seen: [Finding: (text: Int, range: Range<Int>)] = [:]
    for (number, text) in snippet.texts().enumerated() {
      for finding in cache.check(text.bytes, as: snippet.kind, fragment: snippet.fragment) {
        let relocated = finding.relocated { text.origin(of: $0.range) }
        guard !isAboutStandIn(relocated, chapters) else { continue }
        let isRelation =
          finding.kind == .other && finding.category != "yaml"
          && lacking.contains { $0.covers(relocated.location) }
        let key = Finding(rule: finding.rule, location: relocated.location)
        let first = seen[key] ?? (number, finding.location.range)
        seen[key] = first
        guard !isRelation, first == (number, finding.location.range) else { continue }
        let held = holdToPlaceholder(relocated, chapters)
        findings.append(withOrigins(held, chapters).about(subject(of: held, text, chapters)))
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
    // A mistake that leaves everything readable says nothing of what the file tells others.
    let broken = findings.filter {
      $0.damage != nil || $0.kind.isAboutValue && $0.severity == .error
    }
    if !broken.isEmpty {
      let isCut = broken.contains { $0.kind == .syntax || $0.damage == .rest || $0.damage == .text }
      for part in snippet.parts { unread.add(part, at: broken.map(\.location), isCut: isCut) }
    }
    diagnostics += findings
  }
}

extension Location {
  /// Whether two places of one file have a byte in common.
  fileprivate func meets(_ other: Location) -> Bool {
    source == other.source && range.overlaps(other.range)
  }

  /// Whether another place begins in this one.
  fileprivate func covers(_ other: Location) -> Bool {
    source == other.source && range.contains(other.range.lowerBound)
  }
}
