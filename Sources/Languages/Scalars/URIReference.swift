internal import Text

/// A URI or a relative reference (RFC 3986), as far as `$id` and `$ref` need it.
package struct URIReference: Hashable, Sendable {
  /// With the colon; empty for a relative reference.
  package var scheme = ""
  /// With the slashes; nothing where there is none.
  package var authority: String?
  package var path = ""
  /// With the question mark, or empty.
  package var query = ""
  /// Without `#`; nothing where there is none.
  package var fragment: String?

  package init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      scheme = String(rest[...colon])
      rest = rest[rest.index(after: colon)...]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[mark...])
      rest = rest[..<mark]
    }
    if rest.hasPrefix("//") {
      let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// The reference without its fragment, as text: the name of a document.
  package var document: String { scheme + (authority ?? "") + path + query }

  /// Returns what a reference means where this is the base (RFC 3986 §5.2).
  package func resolving(_ text: String) -> URIReference {
    var result = URIReference(text)
    guard result.scheme.isEmpty else { return result }
    result.scheme = scheme
    guard result.authority == nil else { return result }
    result.authority = authority
    if result.path.isEmpty {
      result.path = path
      if result.query.isEmpty { result.query = query }
    } else if !result.path.hasPrefix("/") {
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority == nil ? "" : "/")
      result.path = Self.withoutDots(folder + result.path)
    } else {
      result.path = Self.withoutDots(result.path)
    }
    return result
  }

  private static func withoutDots(_ path: String) -> String {
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if parts.count > 1 { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The keys of a fragment that is a JSON pointer (RFC 6901); nothing where it is none.
  var pointer: [String]? {
    guard let fragment, fragment.isEmpty || fragment.hasPrefix("/") else { return nil }
    return fragment.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      $0.percentDecoded.replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }
}
