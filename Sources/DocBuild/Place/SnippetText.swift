package import Text

/// Puts the values of a set into the text of a fence.
package struct SnippetText {
  package let chapter: Chapter
  package let values: ValueTable
  let purpose: Purpose

  /// What a text is for, and so what stands for values that are not known.
  package enum Purpose {
    /// Checkers read it: examples for open values, stand-ins of the right shape for secrets.
    case check
    /// Programs read it on a server: examples for open values, hints for secrets.
    case extract
    /// Readers take it from the site: hints, as on the pages.
    case show
    /// A reader's browser puts values into it: marks where they stand, and what is shown without.
    case fill
  }

  /// What stands around the place of a reader's value: control characters, which no text of a
  /// configuration holds.
  package static let mark = (start: UInt8(1), end: UInt8(2))

  /// Puts the values into a fence's text as it is on a server.
  ///
  /// - Parameters:
  ///   - fence: the text with marks.
  ///   - server: the server; a fence that belongs to none in particular shows the first one's
  ///     values.
  /// - Returns: the text, with the origin of every byte.
  package func filled(_ fence: Fence, on server: FenceServer?) -> MappedText {
    let bytes = fence.text.bytes
    var text = MappedText()
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == Sentinel.first, let hole = chapter.sentinel.index(in: bytes, at: index)
      else {
        index += 1
        continue
      }
      text.append(start..<index, of: fence.text)
      let content = chapter.holes[hole]
      let isBeforePort = PortNeighbour.follows(in: bytes[(index + Sentinel.length)...])
      var value = printed(content, on: server, isBeforePort: isBeforePort)
      let place = index..<(index + Sentinel.length)
      // What a secret may do to an address is said of its placeholder.
      if purpose == .check, isSecret(content), AddressLogin.holds(place, in: bytes) {
        value = AddressLogin.encoded(value)
      }
      text.append(Array(value.utf8), standingFor: content.location)
      index += Sentinel.length
      start = index
    }
    guard start > 0 else { return fence.text }
    text.append(start..<bytes.count, of: fence.text)
    return text
  }

  /// Puts the values into a text with marks.
  func filled(_ text: [UInt8], on server: FenceServer? = nil) -> [UInt8] {
    var filled: [UInt8] = []
    for piece in HolePieces(text, sentinel: chapter.sentinel) {
      switch piece {
      case .text(let bytes): filled += bytes
      case .hole(let hole):
        filled += printed(chapter.holes[hole], on: server, isBeforePort: false).utf8
      }
    }
    return filled
  }

  private func isSecret(_ hole: Hole) -> Bool {
    guard case .value(let reference) = hole.content else { return false }
    return values.entry(at: reference.path)?.state == .secret
  }

  private func printed(
    _ hole: Hole,
    on server: FenceServer?,
    isBeforePort: Bool
  ) -> String {
    switch hole.content {
    // What a mistake keeps from being known is a number or a word to most checks.
    case .literal(let text): return purpose == .check && hole.isMalformed ? "1" : text
    case .member(let field): return field
    case .value(var reference):
      if hole.isMember, let server, let member = server.member, member > 1 {
        let first = "servers.\(server.group).1."
        if reference.path.hasPrefix(first) {
          reference.path =
            "servers.\(server.group).\(member)." + reference.path.dropFirst(first.count)
        }
      }
      guard let entry = values.entry(at: reference.path) else { return "" }
      switch purpose {
      case .check: return entry.bracketed(entry.printed(view: reference.view), isBeforePort)
      case .extract:
        return entry.bracketed(entry.published(view: reference.view), isBeforePort)
      case .show:
        return entry.bracketed(entry.display(view: reference.view), isBeforePort)
      case .fill: return fillable(entry, reference)
      }
    }
  }

  /// A value with its place marked: key, view and what is shown, tabs between, where it is the
  /// reader's to give; the same for each such part of a computed text.
  private func fillable(_ entry: ValueEntry, _ reference: Reference) -> String {
    func marked(_ key: String, _ view: String, _ shown: String) -> String {
      let (start, end) = (Unicode.Scalar(Self.mark.start), Unicode.Scalar(Self.mark.end))
      return "\(start)\(key)\t\(view)\t\(shown)\(end)"
    }
    let shown = entry.display(view: reference.view)
    if entry.isOpen { return marked(reference.path, reference.view ?? "", shown) }
    guard entry.state == .computed, entry.hint != nil else { return shown }
    return OpenHints.pieces(of: shown, in: values).map { text, key in
      key.map { marked($0, "", text) } ?? text
    }.joined()
  }
}
