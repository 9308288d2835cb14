internal import Diagnostics
internal import Languages

extension INIDialect {
  /// As systemd.syntax(7) describes it, version 252.
  static let systemd = INIDialect(
    program: "systemd",
    lines: LineDialect(
      comments: Array("#;".utf8),
      joinsAtBackslash: true,
      joinsOverComments: true
    ),
    formats: SystemdValues.formats
  )
}

extension KeyTable {
  static let systemd = KeyTable(PackageResources.systemd_tsv)
}

extension TextFormat {
  /// Units of systemd, complete ones.
  static let systemd = TextFormat(
    name: "systemd",
    languages: ["systemd"],
    files: SystemdUnit.suffixes.map { "**/*.\($0)" }
  ) { SystemdUnit.findings(in: $0, isWhole: true) }

  /// Parts of units, which change or add to another file.
  static let systemdDropIn = TextFormat(
    name: "systemd-drop-in",
    files: SystemdUnit.suffixes.map { "**/*.\($0).d/*.conf" }
  ) { SystemdUnit.findings(in: $0, isWhole: false) }
}
