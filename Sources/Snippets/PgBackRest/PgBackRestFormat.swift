internal import Diagnostics
internal import Languages
internal import Text

extension INIDialect {
  /// As `src/common/ini.c` and `src/config/parse.c` of pgBackRest 2.60 read it: `;` begins no comment.
  static let pgBackRest = INIDialect(
    program: "pgBackRest",
    formats: [
      "any": KeyFormat("a value") { !$0.isEmpty },
      "bool": KeyFormat("`y` or `n`") { $0 == "y" || $0 == "n" },
      "path": KeyFormat("an absolute path") { $0.hasPrefix("/") && !$0.contains("//") },
      "pair": KeyFormat("a pair such as `key=value`") { $0.contains("=") },
      "size": KeyFormat("a size such as `64MiB`") {
        Self.isCount(
          $0,
          units: [
            "", "b", "k", "kb", "kib", "m", "mb", "mib", "g", "gb", "gib", "t", "tb", "tib", "p",
            "pb", "pib",
          ]
        )
      },
      "time": KeyFormat("a time such as `60` or `5m`") {
        Self.isCount($0, units: ["", "ms", "s", "m", "h", "d", "w"]) || Double($0) != nil
      },
    ]
  )

  private static func isCount(_ text: String, units: Set<String>) -> Bool {
    let digits = text.utf8.prefix { $0.isDigit }
    let unit = text.utf8.dropFirst(digits.count)
    return !digits.isEmpty && units.contains(Array(unit).text.lowercased())
  }
}

extension KeyTable {
  static let pgBackRest = KeyTable(PackageResources.pgbackrest_tsv)
}

extension Format {
  /// The configuration of pgBackRest.
  static let pgBackRest = Format(
    .text { reading in
      let text = reading.text
      let file = INIFile.read(text, .pgBackRest)
      return file.syntaxFindings + PgBackRestCheck(file: file).findings
    },
    rules: INICheck.rules + [.iniSyntax, .iniRequired]
  )
}
