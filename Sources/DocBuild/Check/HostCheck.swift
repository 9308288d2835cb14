internal import Diagnostics

/// Checks that every group that a fence names has a server in some set: elsewhere its file is nowhere.
///
/// A group that is empty at one scale alone is reported where its count is given.
enum HostCheck {
  /// Returns the fences whose group has no server anywhere.
  static func check(_ sets: [CompiledSet]) -> [Diagnostic] {
    guard let first = sets.first else { return [] }
    let groups = first.values.declarations.groups.map(\.id)
    return first.chapters.flatMap(\.fences).compactMap { fence in
      let group = fence.attributes.group
      guard groups.contains(group), sets.allSatisfy({ $0.values.counts[group] ?? 0 == 0 }) else {
        return nil
      }
      return .hostWithoutServer(group, at: fence.location)
    }
  }
}
