package import Diagnostics
internal import DocBuild
internal import Text

/// A template of a page, compiled once: `{{name}}` inserts, `{{#name}}…{{/name}}` repeats or shows
/// what is present, `{{^name}}…{{/name}}` shows what is absent, `{{>file}}` inserts a file.
package struct PageTemplate: Sendable {
  package var parts: [Part] = []

  package indirect enum Part: Sendable {
    /// Bytes of the template.
    case literal([UInt8])
    /// A value, and where its name stands.
    case value(String, Location)
    /// A part that is repeated or left out, and where its name stands.
    case section(String, [Part], isInverted: Bool, Location)
    /// Another template, and where its name stands.
    case include(String, Location)
    /// A part of one page alone, by its path.
    case onPage(String, [Part], isInverted: Bool)
  }

  /// Appends the template filled with values.
  package func fill(_ context: TemplateContext, into out: inout [UInt8]) {
    var scope = TemplateScope(context)
    Self.fill(parts, &scope, into: &out)
  }

  private static func fill(
    _ parts: [Part],
    _ scope: inout TemplateScope,
    into out: inout [UInt8]
  ) {
    for part in parts {
      switch part {
      case .literal(let bytes): out += bytes
      case .value(let name, _): scope.value(of: name)?.append(to: &out)
      case .section(let name, let inner, let isInverted, _):
        let value = scope.value(of: name)
        if isInverted {
          if value?.isEmpty ?? true { fill(inner, &scope, into: &out) }
        } else if case .list(let elements) = value {
          for element in elements {
            scope.push(element)
            fill(inner, &scope, into: &out)
            scope.pop()
          }
        } else if case .onPage(let path) = value {
          if scope.isOnPage(path) { fill(inner, &scope, into: &out) }
        } else if value?.isEmpty == false {
          fill(inner, &scope, into: &out)
        }
      case .onPage(let path, let inner, let isInverted):
        if scope.isOnPage(path) != isInverted { fill(inner, &scope, into: &out) }
      case .include: break
      }
    }
  }
}

extension PageTemplate {
  /// Returns the template with the values that are known already filled in.
  ///
  /// What many pages share is so written once: names that the context does not have stay.
  func specialised(with context: TemplateContext) -> PageTemplate {
    var scope = TemplateScope(context)
    var merged = PartList()
    Self.specialise(parts, &scope, into: &merged)
    return PageTemplate(parts: merged.parts)
  }

  private static func specialise(
    _ parts: [Part],
    _ scope: inout TemplateScope,
    into out: inout PartList
  ) {
    for part in parts {
      switch part {
      case .literal(let bytes): out.append(bytes)
      case .value(let name, _):
        guard let value = scope.value(of: name) else {
          out.parts.append(part)
          continue
        }
        var bytes: [UInt8] = []
        value.append(to: &bytes)
        out.append(bytes)
      case .section(let name, let inner, let isInverted, let location):
        switch scope.value(of: name) {
        case nil:
          let rest = rest(of: inner, &scope)
          out.parts.append(.section(name, rest, isInverted: isInverted, location))
        case .onPage(let path)?:
          out.parts.append(.onPage(path, rest(of: inner, &scope), isInverted: isInverted))
        case .list(let elements)? where !isInverted:
          for element in elements {
            scope.push(element)
            specialise(inner, &scope, into: &out)
            scope.pop()
          }
        case let value?:
          if value.isEmpty == isInverted { specialise(inner, &scope, into: &out) }
        }
      case .onPage(let path, let inner, let isInverted):
        out.parts.append(.onPage(path, rest(of: inner, &scope), isInverted: isInverted))
      case .include: break
      }
    }
  }

  private static func rest(of parts: [Part], _ scope: inout TemplateScope) -> [Part] {
    var list = PartList()
    specialise(parts, &scope, into: &list)
    return list.parts
  }

  /// Parts in which literals that meet are one.
  private struct PartList {
    var parts: [Part] = []

    mutating func append(_ bytes: [UInt8]) {
      guard case .literal(let before) = parts.last else {
        return parts.append(.literal(bytes))
      }
      parts[parts.count - 1] = .literal(before + bytes)
    }
  }
}

extension PageTemplate {
  /// The names in it that links can lead to, those that are filled in left out.
  var anchors: Set<String> { Self.anchors(of: parts) }

  private static func anchors(of parts: [Part]) -> Set<String> {
    parts.reduce(into: []) { anchors, part in
      switch part {
      case .literal(let bytes):
        let text = bytes.text
        for piece in text.split(separator: " id=\"").dropFirst() {
          let name = piece.prefix { $0 != "\"" }
          if name.endIndex < piece.endIndex { anchors.insert(String(name)) }
        }
      case .section(_, let inner, _, _), .onPage(_, let inner, _):
        anchors.formUnion(self.anchors(of: inner))
      case .value, .include: break
      }
    }
  }
}
