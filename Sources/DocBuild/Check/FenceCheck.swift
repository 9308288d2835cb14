package import Diagnostics

/// Checks what the info string of one fence says.
package enum FenceCheck {
  /// Checks the attributes of a fence.
  ///
  /// - Parameters:
  ///   - placed: a fence of a chapter, on its servers.
  ///   - groups: the identifiers of the server groups.
  /// - Returns: what is wrong with them.
  package static func check(_ placed: PlacedFence, groups: [String]) -> [Diagnostic] {
    let fence = placed.fence
    let attributes = fence.attributes
    let place = fence.location
    var found: [Diagnostic] = []
    let hosts = groups + ["all", "control"]
    if let host = attributes.values["host"] {
      let parts = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isKnown = hosts.contains(parts[0])
      if !isKnown || parts.count > 2 || (parts.count == 2 && parts[1] != "first") {
        let near = NameIndex(hosts).nearest(to: parts[0])
        found.append(.unknownHost(host, at: place, nearest: isKnown ? [] : near))
      }
    }
    if let file = attributes.file, case .failure(let mistake) = FencePath.read(file) {
      found.append(.unsafePath(mistake.message, at: place))
    }
    found += checkPathValues(placed)
    if let id = attributes.values["id"], !placed.chapter.holes(in: Array(id.utf8)).isEmpty {
      found.append(.wrongAttribute("id", id, expected: "a fixed name", at: place))
    }
    if let mode = attributes.values["mode"], FileMode.read(mode) == nil {
      found.append(
        .wrongAttribute("mode", mode, expected: "three or four octal digits", at: place)
      )
    }
    if let lines = attributes.values["mark"], LineMarks.read(lines) == nil {
      found.append(.wrongAttribute("mark", lines, expected: "lines such as `2,5-7`", at: place))
    }
    if let check = attributes.values["check"], check != "none" {
      found.append(.wrongAttribute("check", check, expected: "`none`", at: place))
    }
    if let rule = attributes.values["expect"], !Rule.all.contains(where: { $0.id == rule }) {
      let near = NameIndex(Rule.all.map(\.id)).nearest(to: rule)
      found.append(.unknownExpectation(rule, at: place, nearest: near))
    }
    return found.map(placed.chapter.showingPlaceholders)
  }

  /// A value in a path is part of one name, and the same on every server.
  private static func checkPathValues(_ placed: PlacedFence) -> [Diagnostic] {
    guard let written = placed.fence.path, let path = placed.path else { return [] }
    let chapter = placed.chapter
    let inside = chapter.holes(in: Array(written.utf8))
    guard let first = inside.first else { return [] }
    for hole in inside {
      guard case .member = chapter.holes[hole].content else { continue }
      let expected = "expected a path that is the same on every server"
      return [.unsafePath(expected, at: chapter.holes[hole].location)]
    }
    let location = chapter.holes[first].location
    let count = { (text: String) in
      text.split(separator: "/", omittingEmptySubsequences: false).count
    }
    if case .failure(let mistake) = FencePath.read(path) {
      return [.unsafePath(mistake.message, at: location)]
    }
    guard count(path) == count(written), !path.contains(where: { "#?%\"".contains($0) }) else {
      let expected = "expected values that are parts of a name, found the path `\(path)`"
      return [.unsafePath(expected, at: location)]
    }
    return []
  }
}
