internal import Languages

/// Where directives of nginx stand.
enum NginxContext: Sendable, CaseIterable {
  case main, http, server, location, upstream
  case stream, streamServer, streamUpstream
  case events, mail, mailServer
  case serverIf, locationIf, limitExcept
  /// A block whose lines are values, such as those of `map`, or whose module is not known here.
  case values

  /// The section of the table with the directives that may stand here, and the letter of the place.
  var section: (name: String, letter: String) {
    switch self {
    case .main: ("main", "")
    case .events: ("events", "")
    case .http: ("http", "h")
    case .server: ("http", "s")
    case .location: ("http", "l")
    case .serverIf: ("http", "i")
    case .locationIf: ("http", "f")
    case .limitExcept: ("http", "x")
    case .upstream: ("upstream", "")
    case .stream: ("stream", "h")
    case .streamServer: ("stream", "s")
    case .streamUpstream: ("stream-upstream", "")
    case .mail: ("mail", "h")
    case .mailServer: ("mail", "s")
    case .values: ("", "")
    }
  }

  /// The place as sentences name it, with its preposition.
  var shown: String {
    switch self {
    case .main: "at the top of nginx.conf"
    case .events: "in `events`"
    case .http: "in `http`"
    case .server: "in a `server`"
    case .location: "in a `location`"
    case .serverIf: "in an `if` of a `server`"
    case .locationIf: "in an `if` of a `location`"
    case .limitExcept: "in `limit_except`"
    case .upstream: "in an `upstream`"
    case .stream: "in `stream`"
    case .streamServer: "in a `server` of `stream`"
    case .streamUpstream: "in an `upstream` of `stream`"
    case .mail: "in `mail`"
    case .mailServer: "in a `server` of `mail`"
    case .values: "in a list of values"
    }
  }

  /// Returns what the block of a directive is that stands here.
  func inside(_ name: String) -> NginxContext {
    switch (self, name) {
    case (.main, "events"): .events
    case (.main, "http"): .http
    case (.main, "stream"): .stream
    case (.main, "mail"): .mail
    case (.http, "server"): .server
    case (.http, "upstream"): .upstream
    case (.server, "location"), (.location, "location"): .location
    case (.server, "if"): .serverIf
    case (.location, "if"): .locationIf
    case (.location, "limit_except"): .limitExcept
    case (.stream, "server"): .streamServer
    case (.stream, "upstream"): .streamUpstream
    case (.mail, "server"): .mailServer
    default: .values
    }
  }

  /// Returns what the table says about a directive that stands here; nothing where it may not.
  func directive(_ name: String) -> DirectiveTable.Directive? {
    // Words may stand in capitals, directives may not.
    guard let directive = NginxTable.all.directive(name, in: section.name), directive.name == name
    else { return nil }
    let letters = directive.facts["in"] ?? ""
    return section.letter.isEmpty || letters.contains(section.letter) ? directive : nil
  }

  /// The places where a directive may stand, in the order in which they are looked for.
  static func all(of name: String) -> [NginxContext] {
    allCases.filter { $0 != .values && $0.directive(name) != nil }
  }

  /// Returns where the directives of a file without its surroundings stand: where most of them, with
  /// all in their blocks, may.
  static func place(of directives: [NginxDirective]) -> NginxContext {
    var best = (context: NginxContext.main, score: -1)
    for context in allCases where context != .values {
      let score = context.count(of: directives)
      if score > best.score { best = (context, score) }
    }
    return best.context
  }

  private func count(of directives: [NginxDirective]) -> Int {
    directives.reduce(0) { sum, directive in
      guard let known = self.directive(directive.text) else { return sum }
      guard (known.facts["block"] != nil) == (directive.block != nil) else { return sum }
      return sum + 1 + inside(directive.text).count(of: directive.block ?? [])
    }
  }
}
