package import Diagnostics
internal import DocBuild

/// The names that a template may ask for.
package struct TemplateNames: Sendable {
  private var names: Set<String>
  private var lists: [String: TemplateNames]

  /// Declares the names of a template.
  ///
  /// - Parameters:
  ///   - names: texts, HTML and flags.
  ///   - lists: what is repeated, with the names inside.
  init(_ names: String..., lists: [String: TemplateNames] = [:]) {
    self.names = Set(names)
    self.lists = lists
  }

  /// Returns the names of both.
  func union(_ other: TemplateNames) -> TemplateNames {
    var all = self
    all.names.formUnion(other.names)
    all.lists.merge(other.lists) { $1 }
    return all
  }

  /// Returns the names in a template that nobody gives.
  package func check(_ template: PageTemplate) -> [Diagnostic] {
    Self.check(template.parts, [self])
  }

  private static func check(
    _ parts: [PageTemplate.Part],
    _ scope: [TemplateNames]
  ) -> [Diagnostic] {
    parts.flatMap { part -> [Diagnostic] in
      switch part {
      case .literal, .include, .onPage: []
      case .value(let name, let location):
        scope.contains { $0.names.contains(name) } ? [] : [unknown(name, at: location, scope)]
      case .section(let name, let inner, _, let location):
        if let list = scope.reversed().compactMap({ $0.lists[name] }).first {
          check(inner, scope + [list])
        } else if scope.contains(where: { $0.names.contains(name) }) {
          check(inner, scope)
        } else {
          [unknown(name, at: location, scope)] + check(inner, scope)
        }
      }
    }
  }

  private static func unknown(
    _ name: String,
    at location: Location,
    _ scope: [TemplateNames]
  ) -> Diagnostic {
    let isList = scope.contains { $0.lists[name] != nil }
    let known = scope.reversed().flatMap { $0.names.sorted() + $0.lists.keys.sorted() }
    let nearest = isList ? [] : NameIndex(known).nearest(to: name)
    return .unknownTemplateName(name, at: location, isList: isList, nearest: nearest)
  }

  /// Returns what a context has more or less than is declared; nothing where they agree.
  ///
  /// A name that is declared and not given would be asked for in vain, without a finding.
  func mismatch(_ context: TemplateContext) -> String? {
    let given = Set(context.entries.map(\.name))
    let declared = names.union(lists.keys)
    let difference = given.symmetricDifference(declared).sorted()
    if !difference.isEmpty { return difference.joined(separator: ", ") }
    for (name, value) in context.entries {
      guard case .list(let elements) = value, let list = lists[name] else { continue }
      for element in elements {
        if let inner = list.mismatch(element) { return "\(name): \(inner)" }
      }
    }
    return nil
  }
}
