internal import Diagnostics
internal import Languages

extension INIDialect {
  /// As `lib/usual/cfparser.c` of PgBouncer 1.25 reads it.
  static let pgBouncer = INIDialect(
    program: "PgBouncer",
    lines: LineDialect(comments: Array("#;".utf8)),
    keyBytes: Array("_.-*".utf8),
    quotesKeys: true,
    directives: ["%include ", "%include\t"],
    foldsCase: true,
    formats: [
      "any": KeyFormat("a value") { _ in true },
      "seconds": KeyFormat("a number of seconds such as `30` or `1.5`") {
        (Double($0) ?? -1) >= 0 && !$0.contains("n")
      },
      "path": KeyFormat("a path without spaces") { !$0.contains(" ") && !$0.contains("\t") },
    ]
  )
}

extension KeyTable {
  static let pgBouncer = KeyTable(PackageResources.pgbouncer_tsv)
}

extension Format {
  /// The configuration of PgBouncer.
  static let pgBouncer = Format(
    .text { reading in
      let file = reading.read(by: PgBouncerCheck.file)
      return file.syntaxFindings + PgBouncerCheck(file: file, text: reading.text).findings
    },
    rules: INICheck.rules + [.iniSyntax, .iniRequired, .iniConnection, .iniPool],
    facts: .pgBouncer
  )
}
