extension Chapter {
  /// Everything on its page that a link can lead to.
  package var anchors: Set<String> {
    var anchors = Set(outline.headings.map(\.anchor) + steps + names)
    for hole in holes {
      if case .value(let reference) = hole.content { anchors.insert("v-\(reference.path)") }
    }
    if footnoteCount > 0 {
      for number in 1...footnoteCount { anchors.formUnion(["fn\(number)", "fnref\(number)"]) }
    }
    return anchors
  }
}
