internal import Diagnostics

/// A format of files that is not YAML: how such a file is known, and what its program refuses.
struct TextFormat: Sendable {
  /// As `schema=` and the map of docbuild.yml name it.
  let name: String
  /// Languages of fences that mean it where neither a schema nor a file name does.
  var languages: [String] = []
  /// Patterns of paths that mean it; see ``FilePattern``.
  var files: [String] = []
  /// Returns what is wrong with a text; ranges are bytes of it.
  let check: @Sendable (_ text: [UInt8]) -> [Diagnostic]

  /// Every format, by name.
  static let all: [TextFormat] =
    [
      .env, .environment, .shell, .console, .json, .hosts,
    ] + dialects + servers

  /// Those of INI files and their like; the one that any of them may be stands last.
  private static let dialects: [TextFormat] = [
    .pgBouncer, .pgBouncerUsers, .pgBackRest, .systemdDropIn, .systemd, .sysctl, .inventory, .ini,
  ]

  /// Those of servers.
  private static let servers: [TextFormat] = [
    .haproxy, .keepalived, .nftables, .nginxSite, .nginx, .postgresql, .redis, .sentinel,
    .turnserver,
  ]

  /// Returns the format of a name.
  static func named(_ name: String) -> TextFormat? { all.first { $0.name == name } }
}
