internal import Diagnostics
internal import Languages

extension Rule {
  static let keepalivedUndefined = Rule(
    "keepalived/undefined",
    reports: "A script, file, process or instance that is tracked or grouped but not defined.",
    why: "Keepalived ignores it, so the address stays on a server whose service is down.",
    fires: .keepalived(Rule.Example.keepalivedMember("  track_script { check_haproxy }")),
    fixed: .keepalived(
      "global_defs {\n  enable_script_security\n  script_user root\n}\n"
        + "vrrp_script check_haproxy {\n  script \"/usr/bin/true\"\n}\n"
        + Rule.Example.keepalivedMember("  track_script { check_haproxy }")
    )
  )

  static let keepalivedUnused = Rule(
    "keepalived/unused",
    .warning,
    reports: "A script, file or process that no instance tracks.",
    why: "Keepalived does not run it, so a dead service moves nothing.",
    fires: .keepalived(
      "global_defs {\n  enable_script_security\n  script_user root\n}\n"
        + "vrrp_script check_haproxy {\n  script \"/usr/bin/true\"\n}\n"
        + Rule.Example.keepalivedMember("  advert_int 1")
    ),
    fixed: .keepalived(
      "global_defs {\n  enable_script_security\n  script_user root\n}\n"
        + "vrrp_script check_haproxy {\n  script \"/usr/bin/true\"\n}\n"
        + Rule.Example.keepalivedMember("  track_script { check_haproxy }")
    )
  )
}

extension Diagnostic {
  /// Which block at the top defines what a block of names refers to.
  private static let trackers: [(reference: String, definitions: [String])] = [
    ("track_script", ["vrrp_script"]),
    ("track_process", ["vrrp_track_process"]),
    ("track_file", ["track_file", "vrrp_track_file"]),
    ("track_bfd", ["bfd_instance"]),
  ]

  static func keepalivedUndefined(in config: KeepalivedConfig) -> [Diagnostic] {
    guard !config.includesOthers else { return [] }
    let users = config.all("vrrp_instance") + config.all("vrrp_sync_group")
    var findings: [Diagnostic] = []
    for (reference, definitions) in trackers {
      let defined = definitions.flatMap(config.all).compactMap(\.values.first)
      let used = users.flatMap { $0.lines(reference) }.map(\.name)
      findings += undefined(used, among: defined, definitions[0])
      let names = Set(used.map(\.text))
      // Checkers of virtual servers use files, too.
      guard reference == "track_script" || reference == "track_process" else { continue }
      findings += defined.filter { !names.contains($0.text) }.map { word in
        let message = "unused `\(word.text)`; no instance tracks it"
        return Diagnostic(.keepalivedUnused, at: word.range, message)
          .about(.unused(word.text))
      }
    }
    let instances = config.all("vrrp_instance").compactMap(\.values.first)
    let members = config.all("vrrp_sync_group").flatMap { $0.lines("group") }.flatMap(\.words)
    return findings + undefined(members, among: instances, "vrrp_instance")
  }

  private static func undefined(
    _ used: [Word],
    among defined: [Word],
    _ keyword: String
  ) -> [Diagnostic] {
    let names = defined.map(\.text)
    return used.filter { !names.contains($0.text) && !$0.text.contains("$") }.map { word in
      Diagnostic(
        .keepalivedUndefined,
        at: word.range,
        "undefined `\(keyword) \(word.text)`",
        fixes: .replacements(NameIndex(names).nearest(to: word.text), at: word.range)
      )
      .about(.missing(word.text))
    }
  }

  /// A variable in braces that no line sets stays as it is, and its braces are taken for a block.
  static func keepalivedVariables(in config: KeepalivedConfig) -> [Diagnostic] {
    guard !config.includesOthers else { return [] }
    func all(_ statements: [KeepalivedStatement]) -> [KeepalivedStatement] {
      statements + statements.flatMap { all($0.block ?? []) }
    }
    let statements = all(config.statements)
    let names = statements.map(\.name.text).filter { $0.hasPrefix("$") }
      .map { String($0.dropFirst().prefix { $0 != "=" }) }
    return statements.flatMap(\.words).filter { !$0.isQuoted }.compactMap { word in
      guard let start = word.text.firstRange(of: "${") else { return nil }
      let name = String(word.text[start.upperBound...].prefix { $0 != "}" })
      // Names that begin with `_` are keepalived's own.
      guard !name.hasPrefix("_"), !names.contains(name) else { return nil }
      let near = NameIndex(names).nearest(to: name).map { word.text.replacing(name, with: $0) }
      return Diagnostic(
        .keepalivedUndefined,
        at: word.range,
        "undefined variable `\(name)`",
        fixes: .replacements(near, at: word.range)
      )
      .about(.missing(name))
    }
  }
}
