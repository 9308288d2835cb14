internal import Diagnostics

/// Checks what the info string of one fence says.
enum FenceCheck {
  /// Checks the attributes of a fence.
  ///
  /// - Parameters:
  ///   - fence: a fence of a chapter.
  ///   - groups: the identifiers of the server groups.
  /// - Returns: what is wrong with them.
  static func check(_ fence: Fence, groups: [String]) -> [Diagnostic] {
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

/// The permissions of an extracted file.
enum FileMode {
  /// Reads three or four octal digits; nothing for anything else.
  static func read(_ text: String) -> UInt16? {
    3...4 ~= text.utf8.count ? UInt16(text, radix: 8) : nil
  }
}

/// The lines of a fence that are marked.
enum LineMarks {
  /// Reads numbers and ranges of lines, counted from 1, with commas between; nothing for anything
  /// else.
  static func read(_ text: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard 1...2 ~= ends.count, let first = ends.first, let last = ends.last, first > 0,
        first <= last
      else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }
}
