package import Diagnostics

/// Checks what the info string of one fence says.
package enum FenceCheck {
  /// Checks the attributes of a fence.
  ///
  /// - Parameters:
  ///   - fence: a fence of a chapter.
  ///   - groups: the identifiers of the server groups.
  /// - Returns: what is wrong with them.
  package static func check(_ fence: Fence, groups: [String]) -> [Diagnostic] {
    let attributes = fence.attributes
    let place = fence.location
    var found: [Diagnostic] = []
    let hosts = groups + ["all", "control"]
    if let host = attributes.host {
      let parts = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isKnown = hosts.contains(parts[0])
      if !isKnown || parts.count > 2 || (parts.count == 2 && parts[1] != "first") {
        let near = NameIndex(hosts).nearest(to: parts[0])
        found.append(.unknownHost(host, at: place, nearest: isKnown ? [] : near))
      }
    }
    if let file = attributes.file, file.split(separator: "/").contains("..") {
      found.append(.unsafePath(file, at: place))
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
    return found
  }
}
