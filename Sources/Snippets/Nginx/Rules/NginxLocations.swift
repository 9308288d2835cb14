internal import Diagnostics
internal import Languages

extension Rule {
  static let nginxLocation = Rule(
    "nginx/location",
    reports: "A location nested in one that cannot contain it.",
    why: "nginx rejects the whole configuration and does not start.",
    fires: .nginxSite(
      Rule.Example.nginxServer(
        "    location /app/ {\n        location /api/ {\n            return 404;\n        }\n    }"
      )
    ),
    fixed: .nginxSite(
      Rule.Example.nginxServer(
        "    location /app/ {\n        location /app/api/ {\n            return 404;\n        }\n    }"
      )
    )
  )
}

/// What a `location` matches (`ngx_http_core_location`).
struct NginxLocation: Sendable {
  enum Kind: Sendable { case exact, prefix, pattern, named }

  let kind: Kind
  /// Without its modifier.
  let path: String
  /// Where the path stands.
  let word: Word

  /// Reads a directive; a modifier may stand before the path with or without a blank.
  init?(_ directive: NginxDirective) {
    guard let last = directive.arguments.last else { return nil }
    word = last
    let modifiers: [(sign: String, kind: Kind)] = [
      ("=", .exact), ("^~", .prefix), ("~*", .pattern), ("~", .pattern),
    ]
    if directive.arguments.count > 1 {
      path = last.text
      kind = modifiers.first { $0.sign == directive.first }?.kind ?? .prefix
    } else if let modifier = modifiers.first(where: { last.text.hasPrefix($0.sign) }) {
      path = String(last.text.dropFirst(modifier.sign.count))
      kind = modifier.kind
    } else {
      path = last.text
      kind = last.text.hasPrefix("@") ? .named : .prefix
    }
  }
}

extension Diagnostic {
  /// Locations that stand twice in a block, or inside of another that cannot hold them.
  static func nginxLocations(in config: NginxConfig) -> [Diagnostic] {
    config.blocks.filter { [.server, .location].contains($0.context) }.flatMap { block in
      let locations = block.directives.named("location").compactMap(NginxLocation.init)
      var first: [String: Word] = [:]
      var findings: [Diagnostic] = []
      for location in locations where [.exact, .prefix].contains(location.kind) {
        let key = "\(location.kind) \(location.path)"
        if let other = first[key] {
          let message = "duplicate location `\(location.path)`"
          findings.append(nginxTwice(location.word, message, first: other))
        } else {
          first[key] = location.word
        }
      }
      guard block.context == .location, let opening = block.opening,
        let outer = NginxLocation(opening)
      else { return findings }
      return findings + locations.compactMap { misplaced($0, in: outer) }
    }
  }

  private static func misplaced(_ inner: NginxLocation, in outer: NginxLocation) -> Diagnostic? {
    let message: String
    switch (outer.kind, inner.kind) {
    case (.exact, _), (.named, _):
      message = "locations cannot be nested in `\(outer.path)`, which is an exact or a named one"
    case (_, .named):
      message = "named location `\(inner.path)` is only allowed in a `server`"
    case (_, .pattern): return nil
    default:
      if inner.path.hasPrefix(outer.path) { return nil }
      message = "expected a path that starts with `\(outer.path)`, found `\(inner.path)`"
    }
    return Diagnostic(.nginxLocation, at: inner.word.range, message)
  }
}
