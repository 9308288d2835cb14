internal import Diagnostics
internal import Languages

/// What pgBackRest refuses, or leaves out with a warning, in its configuration.
struct PgBackRestCheck {
  let file: INIFile

  private static let check = INICheck(
    dialect: .pgBackRest,
    table: .pgBackRest,
    tableKey: tableKey,
    tableSection: { name in
      let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let isKnown = parts.count == 1 || parts.count == 2 && commands.contains(parts[1])
      return isKnown ? (parts[0] == "global" ? "global" : "stanza") : nil
    },
    shown: { name, key in
      let index = key.drop { !$0.isNumber }.prefix { $0.isNumber }
      return name.replacing("#", with: index.isEmpty ? "1" : String(index))
    }
  )

  var findings: [Diagnostic] {
    Self.check.findings(in: file).map(withIndex) + missingPaths + missingPassphrases
  }

  /// `pg12-path` as the table has it: `pg#-path`.
  @Sendable private static func tableKey(_ key: String) -> String {
    for group in ["pg", "repo", "db"] where key.hasPrefix(group) {
      let digits = key.dropFirst(group.count).prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), 1...256 ~= number else { continue }
      return group + "#" + key.dropFirst(group.count + digits.count)
    }
    return key
  }

  /// An option of a group that only lacks its index.
  private func withIndex(_ finding: Diagnostic) -> Diagnostic {
    guard finding.rule == Rule.iniUnknownKey.id,
      let entry = file.sections.flatMap(\.entries).first(where: {
        $0.keyRange == finding.location.range
      }),
      let group = ["pg", "repo"].first(where: { entry.key.hasPrefix($0 + "-") })
    else { return finding }
    let rest = entry.key.dropFirst(group.count)
    guard !KeyTable.pgBackRest.sections(knowing: group + "#" + rest).isEmpty else { return finding }
    return .missingIndex(entry.key, expected: group + "1" + rest, at: entry.keyRange)
  }

  /// A stanza is a cluster: it says where that is.
  private var missingPaths: [Diagnostic] {
    var seen: Set<String> = []
    return file.sections.compactMap { section in
      let stanza = section.name.split(separator: ":").first.map(String.init) ?? ""
      guard !stanza.isEmpty, stanza != "global", seen.insert(stanza).inserted else { return nil }
      let entries = file.sections.filter {
        $0.name == stanza || $0.name.hasPrefix(stanza + ":") || $0.name.hasPrefix("global")
      }.flatMap(\.entries)
      let hasPath = entries.contains {
        ["pg#-path", "db-path", "db#-path"].contains(Self.tableKey($0.key))
      }
      guard !hasPath else { return nil }
      // The environment or another file may have it.
      var finding = Diagnostic.missingINIKey(
        "pg1-path",
        of: "the stanza `\(stanza)`",
        at: section.range
      )
      finding.severity = .warning
      return finding
    }
  }

  private var missingPassphrases: [Diagnostic] {
    let entries = file.sections.flatMap(\.entries)
    return entries.compactMap { entry in
      guard Self.tableKey(entry.key) == "repo#-cipher-type", entry.value != "none" else {
        return nil
      }
      let key = entry.key.replacing("-type", with: "-pass")
      return entries.contains { $0.key == key }
        ? nil : .missingINIKey(key, of: "`\(entry.key)`", at: entry.keyRange)
    }
  }

  private static let commands: Set<String> = [
    "annotate", "archive-get", "archive-push", "backup", "check", "expire", "help", "info",
    "manifest", "repo-get", "repo-ls", "repo-rm", "restore", "server", "server-ping",
    "stanza-create",
    "stanza-delete", "stanza-upgrade", "start", "stop", "verify", "version",
  ]
}
