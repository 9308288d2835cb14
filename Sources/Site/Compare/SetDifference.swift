internal import Diagnostics
internal import DocBuild

/// What differs between two sets: values, files and sections.
package struct SetDifference: Sendable {
  /// What the sets are called.
  package let names: (left: String, right: String)
  /// Keys whose values differ, in the order of their declarations; nothing where a set has no such
  /// key.
  package let values: [(key: String, left: String?, right: String?)]
  /// Files that differ or that one set alone has, by server and path.
  package let files: [FileDifference]
  /// Sections of chapters whose text differs.
  package let sections: [(page: String, title: String)]

  /// How a file of a server differs.
  package struct FileDifference: Sendable {
    /// The server, or `control`.
    package let host: String
    /// Relative, without a leading `/`.
    package let path: String
    /// The lines that only one side has; empty where one side has no such file.
    package let lines: [Line]
    /// The set that alone has the file; nothing where both have it.
    package let onlyIn: String?
  }

  /// A line that one side alone has.
  package struct Line: Sendable, Equatable {
    /// From 1, in the file of its own side.
    package let number: Int
    /// Without the line break.
    package let text: String
    /// Whether the right side has it.
    package let isRight: Bool
  }

  /// Compares two sets; nothing where one is missing.
  package init?(_ left: SiteSet?, _ right: SiteSet?) {
    guard let one = left, let two = right else { return nil }
    names = (one.values.set.description, two.values.set.description)
    values = Self.values(one, two)
    files = Self.files(one, two)
    sections = Self.sections(one, two)
  }

  /// Whether the sets are the same.
  package var isEmpty: Bool { values.isEmpty && files.isEmpty && sections.isEmpty }

  private static func values(
    _ left: SiteSet,
    _ right: SiteSet
  ) -> [(key: String, left: String?, right: String?)] {
    let own = left.values.comparedPaths
    let known = Set(own)
    return (own + right.values.comparedPaths.filter { !known.contains($0) }).compactMap { key in
      let one = left.values.entry(at: key)?.display(view: nil)
      let two = right.values.entry(at: key)?.display(view: nil)
      return one == two ? nil : (key, one, two)
    }
  }

  /// The files that differ, without their lines where `withLines` is false.
  package static func files(
    _ left: SiteSet,
    _ right: SiteSet,
    withLines: Bool = true
  ) -> [FileDifference] {
    let one = left.compiled.files(for: .show)
    let two = right.compiled.files(for: .show)
    let before = Dictionary(one.map { ("\($0.server)/\($0.path)", $0) }) { first, _ in first }
    let after = Dictionary(two.map { ("\($0.server)/\($0.path)", $0) }) { first, _ in first }
    let names = (left.values.set.description, right.values.set.description)
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      let (old, new) = (before[key], after[key])
      guard let file = old ?? new, old?.bytes != new?.bytes else { return nil }
      guard let old, let new else {
        let owner = old == nil ? names.1 : names.0
        return FileDifference(host: file.server, path: file.path, lines: [], onlyIn: owner)
      }
      return FileDifference(
        host: file.server,
        path: file.path,
        lines: withLines ? lines(old.bytes, new.bytes) : [],
        onlyIn: nil
      )
    }
  }

  /// The lines that the shortest change removes and adds, in the order of the files.
  static func lines(_ old: [UInt8], _ new: [UInt8]) -> [Line] {
    let before = String(decoding: old, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let after = String(decoding: new, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let changes = after.difference(from: before).map { change in
      switch change {
      case .remove(let offset, let line, _):
        Line(number: offset + 1, text: String(line), isRight: false)
      case .insert(let offset, let line, _):
        Line(number: offset + 1, text: String(line), isRight: true)
      }
    }
    return changes.sorted { ($0.number, $0.isRight ? 1 : 0) < ($1.number, $1.isRight ? 1 : 0) }
  }

  /// The sections that differ, by the address of their headings within a set.
  package static func sections(
    _ left: SiteSet,
    _ right: SiteSet
  ) -> [(page: String, title: String)] {
    let before = Dictionary(sections(of: left).map { ($0.page, $0.text) }) { first, _ in first }
    let after = sections(of: right)
    let changed = after.filter { before[$0.page] != $0.text }.map { ($0.page, $0.title) }
    let kept = Set(after.map(\.page))
    let gone = sections(of: left).filter { !kept.contains($0.page) }.map { ($0.page, $0.title) }
    return changed + gone
  }

  /// The sections of a set, from one heading to the next, as their pages show them.
  private static func sections(
    of set: SiteSet
  ) -> [(page: String, title: String, text: [UInt8])] {
    set.chapters.flatMap { chapter -> [(page: String, title: String, text: [UInt8])] in
      var html: [UInt8] = []
      var shown = HoleFiller.Shown()
      set.filler.fill(chapter.html, holes: chapter.holes, shown: &shown, into: &html)
      var found: [(page: String, title: String, text: [UInt8])] = []
      var rest = html[...]
      for (index, heading) in chapter.outline.headings.enumerated() {
        let next =
          index + 1 < chapter.outline.headings.count
          ? Array(" id=\"\(chapter.outline.headings[index + 1].anchor)\"".utf8) : nil
        let end = next.flatMap { mark in
          rest.indices.first { rest[$0...].starts(with: mark) }
        }
        let own = set.filler.plain(
          heading.title,
          holes: chapter.holes,
          sentinel: chapter.sentinel
        )
        let title = heading.level == 1 ? own : "\(set.title(of: chapter)): \(own)"
        let page = "\(chapter.page).html#\(heading.anchor)"
        found.append((page, title, Array(rest[..<(end ?? rest.endIndex)])))
        rest = rest[(end ?? rest.endIndex)...]
      }
      return found
    }
  }
}
