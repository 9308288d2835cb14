internal import Diagnostics
internal import Languages

extension Rule {
  static let shortForm = Rule(
    "compose/short-form",
    reports: "An element of a list that Docker Compose cannot parse.",
    why: "Docker Compose rejects the whole file, and nothing starts.",
    fires: .service("    extra_hosts: [db.example.org]"),
    fixed: .service("    extra_hosts: [\"db.example.org=10.20.0.10\"]")
  )
}

extension Diagnostic {
  /// Holds the short forms of a service against compose-go's `types/hostList.go`,
  /// `types/mapping.go`, `transform/device.go` and `transform/ssh.go`.
  static func wrongShortForms(in service: TypedValue) -> [Diagnostic] {
    let build = service["build"]
    return findings(service["extra_hosts"], hostMistake)
      + findings(build?["extra_hosts"], hostMistake)
      + findings(service["environment"], variableMistake)
      + findings(service["devices"], deviceMistake)
      + findings(build?["ssh"], keyMistake)
  }

  private static func findings(
    _ list: TypedValue?,
    _ mistake: (String) -> String?
  ) -> [Diagnostic] {
    (list?.elements ?? []).compactMap { element in
      guard let text = element.string, let expected = mistake(text) else { return nil }
      return Diagnostic(.shortForm, at: element.range, "expected \(expected), found `\(text)`")
    }
  }

  private static func hostMistake(_ text: String) -> String? {
    guard !text.contains("$") else { return nil }
    let separator: Character = text.contains("=") ? "=" : ":"
    let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    let isPair = parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
    return isPair && !parts[0].contains(":") ? nil : "a host and its address such as `name=address`"
  }

  private static func variableMistake(_ text: String) -> String? {
    let name = text.prefix { $0 != "=" }
    return name.hasSuffix(" ") || name.hasSuffix("\t")
      ? "no space before `=`" : nil
  }

  private static func deviceMistake(_ text: String) -> String? {
    text.split(separator: ":", omittingEmptySubsequences: false).count > 3
      ? "a device such as `host[:container[:permissions]]`" : nil
  }

  private static func keyMistake(_ text: String) -> String? {
    text.contains("=") || text == "default" || text.contains("$")
      ? nil : "`default` or `name=path`"
  }
}
