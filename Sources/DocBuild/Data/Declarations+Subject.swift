package import Diagnostics
internal import Values

extension Declarations {
  /// Returns what findings about a path that nobody declares are about: its group of servers where
  /// that is not declared, else the key without its view, whichever server of a group is meant.
  package func subject(of path: String) -> Diagnostic.Subject {
    var parts = path.split(separator: ".").map(String.init)
    if parts.first == "servers", parts.count > 1, group(parts[1]) == nil {
      return .missing(parts[..<2].joined(separator: "."))
    }
    let key = parts.dropLast().joined(separator: ".")
    if parts.count > 2, keys[key] == nil, Self.views.contains(parts[parts.count - 1]) {
      parts.removeLast()
    }
    return .missing(parts.filter { Int($0) == nil }.joined(separator: "."))
  }

  static let views = Set(
    ValueType.Kind.allCases.flatMap(\.shape.views) + ["lines", "spaces", "commas"]
  )
}
