package import Diagnostics

/// Compares the scales: they differ in counts and sizes, never in shape.
package enum ParityCheck {
  /// Compares every two sets.
  ///
  /// - Parameter sets: the template sets of a build.
  /// - Returns: what one scale has and another has not.
  package static func check(_ sets: [CompiledSet]) -> [Diagnostic] {
    sets.flatMap { set in
      sets.filter { $0.values.set != set.values.set }.flatMap { other in
        headings(of: set, against: other) + groups(of: set, against: other)
      }
    }
  }

  /// A heading that stands in one scale alone breaks every link and switch between the scales.
  private static func headings(of set: CompiledSet, against other: CompiledSet) -> [Diagnostic] {
    zip(set.chapters, other.chapters).flatMap { chapter, twin -> [Diagnostic] in
      let anchors = Set(twin.outline.headings.map(\.anchor))
      return zip(chapter.outline.headings, chapter.headingPlaces).compactMap { heading, place in
        guard !anchors.contains(heading.anchor) else { return nil }
        return .headingOfOneScale(
          heading.anchor,
          at: place,
          in: set.values.set.scale,
          not: other.values.set.scale
        )
      }
    }
  }

  /// A group without servers in one scale takes its ports and connections with it.
  private static func groups(of set: CompiledSet, against other: CompiledSet) -> [Diagnostic] {
    set.values.declarations.groups.compactMap { group in
      let path = "servers.\(group.id).count"
      guard set.values.counts[group.id] ?? 0 > 0, other.values.counts[group.id] == 0,
        !set.values.hasStandIn(at: path), !other.values.hasStandIn(at: path)
      else {
        return nil
      }
      let entry = other.values.entry(at: "servers.\(group.id).count")
      return .groupOfOneScale(
        group.id,
        at: entry?.origin?.location ?? group.location,
        in: set.values.set.scale,
        not: other.values.set.scale
      )
    }
  }
}
