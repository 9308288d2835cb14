internal import Diagnostics
internal import Values

/// Puts the values of a set into the holes of a chapter.
struct HoleFiller {
  let values: ValueTable

  /// Appends a piece of HTML with its holes filled, each escaped and marked for its place.
  func fill(_ html: HTMLWithHoles, holes: [Hole], into out: inout [UInt8]) {
    var start = 0
    for (index, place) in html.holes.enumerated() {
      out += html.bytes[start..<place.offset]
      start = place.offset
      let rest = html.bytes[place.offset...]
      let isHoleNext = index + 1 < html.holes.count && html.holes[index + 1].offset == start + 1
      let isBeforePort =
        PortNeighbour.follows(in: rest) || (rest.first == UInt8(ascii: ":") && isHoleNext)
      append(holes[place.hole].content, in: place.context, isBeforePort, to: &out)
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

  private func display(_ content: Hole.Content) -> String {
    switch content {
    case .literal(let text): text
    case .member(let field): field
    case .value(let reference):
      values.entry(at: reference.path)?.display(view: reference.view) ?? ""
    }
  }

  private func append(
    _ content: Hole.Content,
    in context: HTMLWithHoles.Context,
    _ isBeforePort: Bool,
    to out: inout [UInt8]
  ) {
    let shown = display(content)
    var text = shown
    if isBeforePort, case .value(let reference) = content {
      text = values.entry(at: reference.path)?.bracketed(text, true) ?? text
    }
    switch context {
    case .address where text != shown: out += Array(text.utf8)
    case .address:
      for byte in text.utf8 { HTMLEscape.address(byte, into: &out) }
      AddressScheme.disarm(&out)
    case .attribute:
      out += HTMLEscape.text(text)
      AddressScheme.disarm(&out)
    case .text, .code:
      guard case .value(let reference) = content, let entry = values.entry(at: reference.path),
        let role = entry.role
      else {
        out += HTMLEscape.text(text)
        return
      }
      out += PlaceholderMark.open(role, key: reference.path, entry)
      out += HTMLEscape.text(text)
      out += Array("</span>".utf8)
    }
  }
}

extension ValueEntry {
  /// The class of the mark around the value; nothing for values that are the project's own.
  var role: String? {
    switch state {
    case .open: "open"
    case .example: "example"
    case .filled: "filled"
    case .secret: "secret"
    case .computed: hint == nil ? nil : "open"
    case .fixed: nil
    }
  }
}

/// The mark around a value that a customer gives, with its meaning for those who ask.
enum PlaceholderMark {
  static func open(_ role: String, key: String, _ entry: ValueEntry) -> [UInt8] {
    var meaning = "\(entry.declaration.about) · \(entry.declaration.type.name)"
    switch entry.state {
    case .open, .example: meaning += " · for example \(entry.printed(view: nil))"
    case .secret:
      if let command = entry.declaration.generate { meaning += " · make one: \(command)" }
    case .filled, .fixed, .computed: break
    }
    var out = Array("<span class=\"ph ".utf8)
    out += Array(role.utf8)
    out += Array("\" data-key=\"".utf8)
    out += HTMLEscape.text(key)
    out += Array("\" title=\"".utf8)
    out += HTMLEscape.text(meaning)
    out += Array("\">".utf8)
    return out
  }
}
