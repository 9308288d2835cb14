internal import Diagnostics

/// A template of a page, compiled once: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`.
struct PageTemplate: Sendable {
  private let parts: [Part]

  private indirect enum Part: Sendable {
    case literal([UInt8])
    case value(String)
    case section(String, [Part], isInverted: Bool)
  }

  /// Compiles a template.
  init(_ text: [UInt8]) {
    var reader = Reader(text: text)
    parts = reader.parts(until: nil)
  }

  /// Appends the template filled with values.
  func fill(_ context: TemplateContext, into out: inout [UInt8]) {
    Self.fill(parts, [context], into: &out)
  }

  private static func fill(
    _ parts: [Part],
    _ scope: [TemplateContext],
    into out: inout [UInt8]
  ) {
    for part in parts {
      switch part {
      case .literal(let bytes): out += bytes
      case .value(let name):
        switch lookup(name, scope) {
        case .text(let text): out += HTMLEscape.text(text)
        case .html(let bytes): out += bytes
        case .flag, .list, nil: break
        }
      case .section(let name, let inner, let isInverted):
        let value = lookup(name, scope)
        if isInverted {
          if value?.isEmpty ?? true { fill(inner, scope, into: &out) }
        } else if case .list(let items) = value {
          for item in items { fill(inner, scope + [item], into: &out) }
        } else if value?.isEmpty == false {
          fill(inner, scope, into: &out)
        }
      }
    }
  }

  private static func lookup(_ name: String, _ scope: [TemplateContext]) -> TemplateValue? {
    for context in scope.reversed() {
      if let value = context[name] { return value }
    }
    return nil
  }

  /// Cuts a template at its tags.
  private struct Reader {
    let text: [UInt8]
    var index = 0

    mutating func parts(until end: String?) -> [Part] {
      var parts: [Part] = []
      while index < text.count {
        let tag = nextTag()
        if tag.start > index { parts.append(.literal(Array(text[index..<tag.start]))) }
        index = tag.end
        guard let name = tag.name, let first = name.first else { continue }
        let rest = String(name.dropFirst())
        switch first {
        case "#": parts.append(.section(rest, self.parts(until: rest), isInverted: false))
        case "^": parts.append(.section(rest, self.parts(until: rest), isInverted: true))
        case "/": if rest == end { return parts }
        default: parts.append(.value(name))
        }
      }
      return parts
    }

    private func nextTag() -> (start: Int, end: Int, name: String?) {
      var place = index
      while place + 1 < text.count {
        if text[place] == UInt8(ascii: "{"), text[place + 1] == UInt8(ascii: "{") {
          var close = place + 2
          while close + 1 < text.count,
            !(text[close] == UInt8(ascii: "}") && text[close + 1] == UInt8(ascii: "}"))
          {
            close += 1
          }
          let name = String(decoding: text[(place + 2)..<close], as: UTF8.self)
          return (place, min(close + 2, text.count), name)
        }
        place += 1
      }
      return (text.count, text.count, nil)
    }
  }
}

/// The names that a template may use, with their values.
typealias TemplateContext = [String: TemplateValue]

/// A value in a template.
enum TemplateValue: Sendable {
  case text(String)
  case html([UInt8])
  case flag(Bool)
  case list([TemplateContext])

  /// Whether a section of it is left out.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .html(let bytes): bytes.isEmpty
    case .flag(let isTrue): !isTrue
    case .list(let items): items.isEmpty
    }
  }
}

/// The templates of a build, looked up file by file.
struct TemplateSet: Sendable {
  private let templates: [String: PageTemplate]
  /// The files that are copied to each set.
  let assets: [String: [UInt8]]

  /// Compiles the templates; a file of the project goes before the built-in one.
  init(files: [String: [UInt8]]) {
    templates = files.filter { $0.key.hasSuffix(".html") }.mapValues(PageTemplate.init)
    assets = files.filter { !$0.key.hasSuffix(".html") }
  }

  /// Returns a page of a template filled with values.
  func page(_ name: String, _ context: TemplateContext) -> [UInt8] {
    var out: [UInt8] = []
    templates[name]?.fill(context, into: &out)
    return out
  }
}
