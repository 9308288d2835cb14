internal import Diagnostics
package import DocBuild
package import HTML
internal import Text
internal import Values

/// Puts the values of a set into the holes of a chapter.
package struct HoleFiller: Sendable {
  package let values: ValueTable
  package let scales: ScaleComparison
  /// What the chapters of the set print, made once.
  private var known: [Reference: Printed] = [:]

  /// What readers see of a value: one piece, or several where hints stand in a computed text.
  private struct Printed {
    var pieces: [(text: String, mark: PlaceholderMark?)]

    init(_ text: String, _ mark: PlaceholderMark? = nil) { pieces = [(text, mark)] }

    init(_ pieces: [(text: String, mark: PlaceholderMark?)]) { self.pieces = pieces }

    var text: String { pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined() }
  }

  /// Creates a filler.
  ///
  /// - Parameters:
  ///   - values: the values of the set.
  ///   - scales: the values of all scales.
  ///   - holes: what the chapters of the set print.
  init(_ values: ValueTable, among scales: ScaleComparison, for holes: some Sequence<Hole>) {
    self.values = values
    self.scales = scales
    for hole in holes {
      guard case .value(let reference) = hole.content, known[reference] == nil else { continue }
      known[reference] = printed(reference)
    }
  }

  /// What readers do with the values that the chapters of the set print, for those that are marked.
  var roles: Set<PlaceholderMark.Role> {
    Set(known.values.flatMap(\.pieces).compactMap { $0.mark?.role })
  }

  /// The keys that a page has shown so far, in the order of their first places.
  package struct Shown {
    package private(set) var keys: [String] = []
    private var known: Set<String> = []

    /// Notes a key and says whether it is new.
    mutating func insert(_ key: String) -> Bool {
      guard known.insert(key).inserted else { return false }
      keys.append(key)
      return true
    }
  }

  /// Appends a piece of HTML with its holes filled, each escaped and marked for its place.
  ///
  /// - Parameters:
  ///   - html: the piece.
  ///   - holes: what its places refer to.
  ///   - shown: the keys of the page.
  ///   - out: what is appended to.
  ///   - legend: appends what stands beneath a block of code about the holes in it.
  package func fill(
    _ html: HTMLWithHoles,
    holes: [Hole],
    shown: inout Shown,
    into out: inout [UInt8],
    legend: (_ keys: [String], inout [UInt8]) -> Void = { _, _ in }
  ) {
    var start = 0
    for (index, place) in html.places.enumerated() {
      out += html.bytes[start..<place.offset]
      start = place.offset
      switch place.slot {
      case .legend(let inside): legend(keys(of: inside.map { holes[$0] }), &out)
      case .value(let hole, let context):
        let rest = html.bytes[place.offset...]
        let isHoleNext =
          index + 1 < html.places.count && html.places[index + 1].offset == start + 1
        let isBeforePort =
          PortNeighbour.follows(in: rest) || (rest.first == UInt8(ascii: ":") && isHoleNext)
        append(holes[hole].content, in: context, isBeforePort, &shown, to: &out)
        if context == .address { AddressScheme.disarm(&out, before: rest) }
      }
    }
    out += html.bytes[start...]
  }

  /// Returns a text with marks as plain text.
  func plain(_ text: [UInt8], holes: [Hole], sentinel: Sentinel) -> String {
    var plain = ""
    for piece in HolePieces(text, sentinel: sentinel) {
      switch piece {
      case .text(let bytes): plain += String(decoding: bytes, as: UTF8.self)
      case .hole(let index): plain += display(holes[index].content)
      }
    }
    return plain
  }

  /// Returns a value with its mark, where nothing surrounds it.
  func marked(_ path: String, shown: inout Shown) -> [UInt8] {
    var out: [UInt8] = []
    append(.value(Reference(path: path, view: nil)), in: .text, false, &shown, to: &out)
    return out
  }

  private func printed(_ reference: Reference) -> Printed {
    if let printed = known[reference] { return printed }
    guard let entry = values.entry(at: reference.path) else { return Printed("") }
    let text = entry.display(view: reference.view)
    if let role = entry.role {
      if entry.state == .computed {
        let pieces = OpenHints.pieces(of: text, in: values)
        if pieces.contains(where: { $0.key != nil }) { return printed(pieces) }
      }
      return Printed(text, PlaceholderMark(reference, role: role, baseline: nil))
    }
    guard scales.differ(at: reference) else { return Printed(text) }
    let baseline = scales.baseline(of: reference, unlike: text)
    return Printed(text, PlaceholderMark(reference, role: .varies, baseline: baseline))
  }

  private func printed(_ pieces: [(text: String, key: String?)]) -> Printed {
    Printed(
      pieces.map { text, key in
        let mark = key.map {
          PlaceholderMark(Reference(path: $0, view: nil), role: .open, baseline: nil)
        }
        return (text, mark)
      }
    )
  }

  /// The keys that the holes of a block mark, each once.
  private func keys(of holes: [Hole]) -> [String] {
    var shown = Shown()
    for hole in holes {
      guard case .value(let reference) = hole.content else { continue }
      for piece in printed(reference).pieces {
        if let mark = piece.mark { _ = shown.insert(mark.key) }
      }
    }
    return shown.keys
  }

  private func display(_ content: Hole.Content) -> String {
    switch content {
    case .literal(let text): text
    case .member(let field): field
    case .value(let reference): printed(reference).text
    }
  }

  private func append(
    _ content: Hole.Content,
    in context: HTMLWithHoles.Context,
    _ isBeforePort: Bool,
    _ shown: inout Shown,
    to out: inout [UInt8]
  ) {
    guard case .value(let reference) = content else {
      return append(display(content), in: context, isAddress: false, to: &out)
    }
    let printed = printed(reference)
    // A hint is no address, so an open one leads to its example.
    let isWholeAddress = context == .address && (out.last == .quote || out.last == .apostrophe)
    let entry = isWholeAddress ? values.entry(at: reference.path) : nil
    let text = entry.flatMap { $0.isOpen ? $0.printed(view: reference.view) : nil } ?? printed.text
    let isMarked = context != .attribute && context != .address
    for (piece, mark) in isMarked ? printed.pieces : [(text, nil)] {
      var shownText = piece
      if isBeforePort {
        shownText = values.entry(at: reference.path)?.bracketed(piece, true) ?? piece
      }
      guard let mark else {
        append(shownText, in: context, isAddress: shownText != piece, to: &out)
        continue
      }
      if context == .label {
        mark.appendPlain(showing: shownText, to: &out)
      } else {
        let isFirst = shown.insert(mark.key)
        let hasNote = context == .text
        mark.appendLink(showing: shownText, isFirst: isFirst, hasNote: hasNote, to: &out)
      }
    }
  }

  /// Appends a text without a mark; an address in brackets is one already.
  private func append(
    _ text: String,
    in context: HTMLWithHoles.Context,
    isAddress: Bool,
    to out: inout [UInt8]
  ) {
    switch context {
    case .text, .code, .label: for byte in text.utf8 { HTMLEscape.text(byte, into: &out) }
    case .attribute: out += HTMLEscape.attribute(text)
    case .address where isAddress: out += Array(text.utf8)
    case .address: for byte in text.utf8 { HTMLEscape.address(byte, into: &out) }
    }
  }
}
