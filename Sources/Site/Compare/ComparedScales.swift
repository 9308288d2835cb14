internal import Diagnostics

/// The template sets of all scales, the smallest first, with what differs from one to the next.
package struct ComparedScales: Sendable {
  package let sets: [SiteSet]
  private let found: Lazy<Differences>

  /// What is not the same at all scales.
  package struct Differences: Sendable {
    /// Sections whose text differs, each once.
    package var sections: [(page: String, title: String)]
    /// The paths of files that differ, with a leading `/`, sorted.
    package var files: [String]
  }

  /// Sets scales beside each other; they are compared when the first page asks.
  package init(_ sets: [SiteSet]) {
    self.sets = sets
    found = Lazy { Self.differences(of: sets) }
  }

  package var differences: Differences { found.value }

  private static func differences(of sets: [SiteSet]) -> Differences {
    let pairs = zip(sets, sets.dropFirst())
    var seen: Set<String> = []
    let sections = pairs.flatMap { SetDifference.sections($0, $1) }
      .filter { seen.insert($0.page).inserted }
    let files = pairs.flatMap { SetDifference.files($0, $1, withLines: false) }
      .map { "/\($0.path)" }.filter { !$0.hasPrefix("/control/") }
    return Differences(sections: sections, files: Set(files).sorted())
  }
}
