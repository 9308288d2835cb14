internal import Languages

/// A frontend, backend or listen section with what it takes from its defaults.
struct HAProxyProxy: Sendable {
  var section: HAProxySection
  /// The defaults that it takes, if any.
  var defaults: HAProxySection?

  /// Its name; the keyword where it lacks one.
  var name: Word { section.name ?? section.header.keyword.plain }
  /// Whether it takes connections.
  var isFrontend: Bool { section.kind != "backend" }
  /// Whether it has servers.
  var isBackend: Bool { section.kind != "frontend" }

  /// Its lines, the inherited ones first.
  var lines: [HAProxyLine] { (defaults?.lines ?? []) + section.lines }

  /// Returns the line that counts: its own last one, else that of its defaults.
  func last(_ keyword: String, _ second: String? = nil) -> HAProxyLine? {
    section.lines(keyword, second).last ?? defaults?.lines(keyword, second).last
  }

  /// `tcp` where nothing is written.
  var mode: String { last("mode")?.second ?? "tcp" }

  /// The names of its servers.
  var servers: [HAProxyWord] {
    section.lines("server").compactMap { $0.words.count > 1 ? $0.words[1] : nil }
  }

  /// What the names of servers begin with that it makes of templates.
  var serverPrefixes: [String] { section.lines("server-template").map(\.second) }

  /// The names of the conditions that it knows beside the predefined ones.
  var acls: [Word] {
    lines.filter { $0.name == "acl" && $0.words.count > 1 }.map { $0.words[1].plain }
  }
}
