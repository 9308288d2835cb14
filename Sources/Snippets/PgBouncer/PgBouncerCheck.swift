internal import Diagnostics
internal import Languages

/// What PgBouncer refuses, and what cannot work, in its configuration.
struct PgBouncerCheck {
  let file: INIFile
  let text: [UInt8]

  /// Reads a pgbouncer.ini.
  static func file(_ text: [UInt8]) -> INIFile { INIFile.read(text, .pgBouncer) }

  private static let check = INICheck(
    dialect: .pgBouncer,
    table: .pgBouncer,
    tableSection: { KeyTable.pgBouncer.sections.contains($0) ? $0 : nil }
  )

  /// The sections whose keys are names, and whose values are connection strings.
  private static let named: Set<String> = ["databases", "users", "peers"]

  var findings: [Diagnostic] {
    var plain = file
    for index in plain.sections.indices where Self.named.contains(plain.sections[index].name) {
      plain.sections[index].entries = []
    }
    return Self.check.findings(in: plain) + namedEntries + repeatedSections + missingMain
      + requirements + PgBouncerPools(file: file, databases: databases).findings
  }

  private var missingMain: [Diagnostic] {
    let isMissing = !file.sections.contains { $0.name == "pgbouncer" }
    guard isMissing, let first = file.sections.first, !first.range.isEmpty else { return [] }
    return [.missingSection("pgbouncer", at: first.range)]
  }

  /// A main section that begins again sets all its keys back.
  private var repeatedSections: [Diagnostic] {
    let main = file.sections.filter { $0.name == "pgbouncer" }
    guard let first = main.first else { return [] }
    return main.dropFirst().map {
      .sectionTwice(
        $0.name,
        at: $0.range,
        first: first.range,
        because: "PgBouncer resets all keys of the section to their defaults here"
      )
    }
  }

  /// The connection strings, each with the entry that holds it.
  var databases: [(name: String, pairs: [ConnectionString.Pair])] {
    file.entries(of: "databases").map { entry in
      (entry.key, ConnectionString.read(text, entry.range).value)
    }
  }

  private var namedEntries: [Diagnostic] {
    Self.named.sorted().flatMap { section -> [Diagnostic] in
      let entries = file.entries(of: section)
      return entries.flatMap { findings(for: $0, in: section) } + repeated(entries)
    }
  }

  private func findings(for entry: INIFile.Entry, in section: String) -> [Diagnostic] {
    let pairs = ConnectionString.read(text, entry.range)
    var findings = pairs.diagnostics
    if section == "databases", entry.key == "pgbouncer" {
      findings.append(
        .wrongINIValue(
          at: entry.keyRange,
          "expected a name other than `pgbouncer`, which is PgBouncer's own database"
        )
      )
    }
    if section == "peers", !(1...65535 ~= Int(entry.key) ?? 0) {
      findings.append(
        .wrongINIValue(
          at: entry.keyRange,
          "expected a number between 1 and 65535 as the ID of a peer"
        )
      )
    }
    let settings = INIFile.Section(
      name: section,
      range: entry.keyRange,
      entries: pairs.value.map {
        INIFile.Entry(key: $0.key, keyRange: $0.keyRange, value: $0.value, range: $0.range)
      }
    )
    findings += Self.check.findings(in: INIFile(sections: [settings]))
    if section == "peers", settings["host"] == nil {
      findings.append(.missingINIKey("host", of: "peer `\(entry.key)`", at: entry.keyRange))
    }
    return findings
  }

  private func repeated(_ entries: [INIFile.Entry]) -> [Diagnostic] {
    var first: [String: Range<Int>] = [:]
    return entries.compactMap { entry in
      if let place = first[entry.key] {
        return .keyTwice(entry.key, at: entry.keyRange, first: place)
      }
      first[entry.key] = entry.keyRange
      return nil
    }
  }

  /// Keys that others ask for; PgBouncer does not start without them.
  private var requirements: [Diagnostic] {
    guard let main = file.sections.last(where: { $0.name == "pgbouncer" }) else { return [] }
    func word(_ key: String) -> String { main[key]?.value.lowercased() ?? "" }
    var findings: [Diagnostic] = []
    if let mode = main["client_tls_sslmode"], word("client_tls_sslmode") != "disable" {
      for key in ["client_tls_key_file", "client_tls_cert_file"] where word(key).isEmpty {
        findings.append(.missingINIKey(key, of: "`client_tls_sslmode`", at: mode.keyRange))
      }
    }
    if let type = main["auth_type"] {
      if word("auth_type") == "cert", word("client_tls_sslmode") != "verify-full" {
        findings.append(
          .wrongINIValue(
            at: type.range,
            "`auth_type = cert` requires `client_tls_sslmode = verify-full`"
          )
        )
      }
      if word("auth_type") == "hba", word("auth_hba_file").isEmpty {
        findings.append(.missingINIKey("auth_hba_file", of: "`auth_type = hba`", at: type.keyRange))
      }
    }
    return findings
  }
}
