internal import DocBuild
internal import HTML

/// A value in a template.
package enum TemplateValue: Sendable {
  /// A text, which is escaped.
  case text(String)
  /// HTML, which is not.
  case html([UInt8])
  /// Whether a section is shown.
  case flag(Bool)
  /// Whether the page has this path within its set: known only once the page is.
  case onPage(String)
  /// The repetitions of a section.
  case list([TemplateContext])

  /// Whether a section of it is left out.
  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .html(let bytes): bytes.isEmpty
    case .flag(let isTrue): !isTrue
    case .onPage: false
    case .list(let elements): elements.isEmpty
    }
  }

  func append(to out: inout [UInt8]) {
    switch self {
    case .text(let text): for byte in text.utf8 { HTMLEscape.text(byte, into: &out) }
    case .html(let bytes): out += bytes
    case .flag, .onPage, .list: break
    }
  }
}

/// The names that a template may use, with their values.
package struct TemplateContext: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var entries: [(name: String, value: TemplateValue)]

  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    entries = elements.map { ($0, $1) }
  }

  subscript(name: String) -> TemplateValue? { entries.first { $0.name == name }?.value }

  /// Returns the names of both; where both have one, that of the other counts.
  func merging(_ other: TemplateContext) -> TemplateContext {
    var merged = self
    merged.entries = other.entries + entries.filter { other[$0.name] == nil }
    return merged
  }
}

/// The contexts around a place in a template, the innermost last.
package struct TemplateScope {
  private var contexts: [TemplateContext]
  private let page: String?

  init(_ context: TemplateContext) {
    contexts = [context]
    if case .text(let path) = context["path"] { page = path } else { page = nil }
  }

  mutating func push(_ context: TemplateContext) { contexts.append(context) }

  mutating func pop() { contexts.removeLast() }

  package func value(of name: String) -> TemplateValue? {
    for context in contexts.reversed() {
      if let value = context[name] { return value }
    }
    return nil
  }

  func isOnPage(_ path: String) -> Bool { page == path }
}
