extension Chapter {
  /// Returns everything on its page that a link can lead to.
  func collectedAnchors(footnotes: Int) -> Set<String> {
    var anchors = Set(outline.headings.map(\.anchor) + steps + names)
    for hole in holes {
      if case .value(let reference) = hole.content { anchors.insert("v-\(reference.path)") }
    }
    return anchors.union(Self.anchors(ofFootnotes: footnotes))
  }

  /// The names of footnotes, and of the first references to them.
  static func anchors(ofFootnotes count: Int) -> [String] {
    (0..<count).flatMap { ["fn\($0 + 1)", "fnref\($0 + 1)"] }
  }
}
