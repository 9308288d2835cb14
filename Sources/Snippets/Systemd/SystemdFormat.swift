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

extension Format {
  /// Units of systemd, complete ones.
  static let systemd = Format(
    .text { SystemdUnit.findings(in: $0.text, isWhole: true) },
    rules: INICheck.rules + [.iniSyntax, .iniRequired, .iniCommand, .iniConflict]
  )

  /// INI files of programs that are not known, among which parts of units are known by their sections.
  static let ini = Format(
    .text { reading in
      let text = reading.text
      let file = INIFile.read(text, .common)
      let names = file.sections.map(\.name)
      return !names.isEmpty && names.allSatisfy(KeyTable.systemd.sections.contains)
        ? SystemdUnit.findings(in: text, isWhole: false) : file.findingsOfAnyProgram
    },
    rules: systemdDropIn.rules
  )

  /// Parts of units, which change or add to another file.
  static let systemdDropIn = Format(
    .text { SystemdUnit.findings(in: $0.text, isWhole: false) },
    rules: INICheck.rules + [.iniSyntax, .iniCommand, .iniConflict]
  )
}
