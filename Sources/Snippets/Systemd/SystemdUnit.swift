internal import Diagnostics
internal import Languages

/// What systemd refuses, ignores or misunderstands in a unit file.
struct SystemdUnit {
  let file: INIFile
  let text: [UInt8]

  /// The kinds of units whose keys are known.
  static let suffixes = ["service", "socket", "timer", "path", "mount", "automount", "swap"]

  /// Checks a unit.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - isWhole: whether it stands alone, rather than adding to another file.
  /// - Returns: what is wrong.
  static func findings(in text: [UInt8], isWhole: Bool) -> [Diagnostic] {
    let read = INIFile.read(text, .systemd)
    let unit = SystemdUnit(file: withoutExtensions(read), text: text)
    return read.syntaxFindings + check.findings(in: unit.file) + unit.commands
      + unit.ignored
      + (isWhole ? unit.missing + unit.service : [])
  }

  /// What begins with `X-` belongs to other programs.
  private static func withoutExtensions(_ file: INIFile) -> INIFile {
    var file = file
    file.sections.removeAll { $0.name.hasPrefix("X-") }
    for index in file.sections.indices {
      file.sections[index].entries.removeAll { $0.key.hasPrefix("X-") }
    }
    return file
  }

  private static let check = INICheck(
    dialect: .systemd,
    table: .systemd,
    tableSection: { KeyTable.systemd.sections.contains($0) ? $0 : nil },
    isOpen: { $0.isEmpty || $0.contains("%") && !$0.hasSuffix("%") },
    repetition: .warning
  )

  /// What systemd reads over with a warning.
  private var ignored: [Diagnostic] {
    let pages = file.entries(of: "Unit").filter { $0.key == "Documentation" }.flatMap { entry in
      let schemes = ["http://", "https://", "file:", "info:", "man:"]
      return entry.value.split(separator: " ").filter { word in
        !schemes.contains(where: word.hasPrefix) && !word.contains("%")
      }.prefix(1).map { word in
        Diagnostic.ignoredINIValue(
          at: entry.range,
          "expected addresses that start with \(ValueShape.list(schemes)), found `\(word)`"
        )
      }
    }
    let outputs = file.sections.flatMap(\.entries).filter {
      ["StandardOutput", "StandardError"].contains($0.key)
        && ["syslog", "syslog+console"].contains($0.value)
    }
    return pages
      + outputs.map { entry in
        .ignoredINIValue(
          at: entry.range,
          "`\(entry.value)` is obsolete; systemd uses `\(entry.value.replacing("syslog", with: "journal"))`"
        )
      }
  }

  private var commands: [Diagnostic] {
    file.sections.flatMap(\.entries).filter { $0.key.hasPrefix("Exec") && !$0.value.isEmpty }
      .flatMap { entry in
        entry.key == "ExecSearchPath" ? [] : SystemdCommand.findings(in: entry, of: text)
      }
  }

  /// Keys of which a unit of a kind needs one.
  private var missing: [Diagnostic] {
    let needed: [(section: String, keys: [String])] = [
      (
        "Timer",
        [
          "OnCalendar", "OnActiveSec", "OnBootSec", "OnStartupSec", "OnUnitActiveSec",
          "OnUnitInactiveSec", "OnClockChange", "OnTimezoneChange",
        ]
      ),
      (
        "Path",
        ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"]
      ),
      (
        "Socket",
        [
          "ListenStream", "ListenDatagram", "ListenSequentialPacket", "ListenFIFO", "ListenSpecial",
          "ListenNetlink", "ListenMessageQueue", "ListenUSBFunction",
        ]
      ),
      ("Mount", ["What"]), ("Swap", ["What"]), ("Automount", ["Where"]),
    ]
    return needed.compactMap { section, keys in
      guard let first = file.sections.first(where: { $0.name == section }),
        !file.entries(of: section).contains(where: { keys.contains($0.key) })
      else { return nil }
      return .missingOneOf(keys, of: "`[\(section)]`", at: first.range)
    }
  }

  /// Combinations that systemd refuses in `service_verify` (`src/core/service.c`, version 252).
  private var service: [Diagnostic] {
    guard let section = file.sections.first(where: { $0.name == "Service" }) else { return [] }
    let starts = file.entries(of: "Service").filter { $0.key == "ExecStart" && !$0.value.isEmpty }
    let stops = file.entry("ExecStop", of: "Service")
    let type = file.entry("Type", of: "Service")
    var findings: [Diagnostic] = []
    if starts.isEmpty, stops == nil, file.entry("SuccessAction", of: "Unit") == nil {
      findings.append(.missingINIKey("ExecStart", of: "`[Service]`", at: section.range))
    }
    if starts.count > 1, type?.value != "oneshot" {
      findings.append(
        .conflictingKeys(
          "more than one `ExecStart` requires `Type=oneshot`",
          at: starts[1].keyRange,
          first: starts[0].keyRange
        )
      )
    }
    if let type, type.value == "oneshot", let restart = file.entry("Restart", of: "Service"),
      ["always", "on-success"].contains(restart.value)
    {
      findings.append(
        .conflictingKeys(
          "`Restart=\(restart.value)` cannot be used with `Type=oneshot`",
          at: restart.range,
          first: type.range
        )
      )
    }
    if let type, type.value == "dbus", file.entry("BusName", of: "Service") == nil {
      findings.append(.missingINIKey("BusName", of: "`Type=dbus`", at: type.keyRange))
    }
    return findings
  }
}
