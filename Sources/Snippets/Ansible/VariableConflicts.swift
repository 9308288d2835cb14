internal import Diagnostics
internal import Languages

/// Settings that the playbook accepts and that still cannot work together.
enum VariableConflicts {
  typealias Check = @Sendable (_ set: VariableSet) -> [Diagnostic]

  /// Every check; its facts are those of the playbook's group_vars and templates (2026-08).
  static let all: [Check] = [callsWithoutTokens, proxiesBesideLoopback]

  /// `livekit_server_enabled: false` switches the service off that hands out tokens, too, and its
  /// address is the playbook's own LiveKit unless it is set.
  private static let callsWithoutTokens: Check = { set in
    guard set.isOff("livekit_server_enabled"), let server = set["livekit_server_enabled"] else {
      return []
    }
    let service = "matrix_livekit_jwt_service"
    let enabled = service + "_enabled"
    let url = service + "_environment_variable_livekit_url"
    let settings = set.entries.first {
      $0.key.text.hasPrefix(service) && $0.key.text != enabled && $0.value.isOn != false
    }
    let calls = ["matrix_rtc_enabled", "matrix_element_call_enabled"].first(where: set.isOn)
    if set.isOn(enabled), let key = set[enabled]?.key {
      guard set[url] == nil else { return [] }
      return [.serviceWithoutAddress(at: key.range, enabled, needs: url, beside: server.key)]
    }
    guard set[enabled]?.value.isOn != nil || set[enabled] == nil,
      let wish = settings?.key ?? calls.flatMap({ set[$0]?.key })
    else { return [] }
    let place = set[enabled]?.key ?? server.key
    return [.callsWithoutTokens(at: place.range, enabled, wanted: wish)]
  }

  /// Where Traefik listens on the machine itself alone, no proxy of another machine reaches it.
  private static let proxiesBesideLoopback: Check = { set in
    let trusted = "traefik_config_entrypoint_web_forwardedHeaders_trustedIPs"
    let port = "traefik_container_web_host_bind_port"
    guard let addresses = set[trusted], let bind = set[port],
      bind.value.text.hasPrefix("127.") || bind.value.text.hasPrefix("[::1]"),
      !addresses.value.elements.isEmpty,
      addresses.value.elements.allSatisfy({ $0.text.isAddressOfAnotherMachine })
    else { return [] }
    return [.proxiesBesideLoopback(at: bind.key.range, port, trusted: addresses.key)]
  }
}

extension String {
  /// Whether it is an IPv4 address, or a range, that neither the machine itself nor a container
  /// network has as a rule.
  fileprivate var isAddressOfAnotherMachine: Bool {
    let parts = prefix { $0 != "/" }.split(separator: ".").map { Int($0) }
    guard parts.count == 4, parts.allSatisfy({ $0.map { 0...255 ~= $0 } == true }) else {
      return false
    }
    return parts[0] != 127 && parts[0] != 172
  }
}

extension Diagnostic {
  fileprivate static func serviceWithoutAddress(
    at range: Range<Int>,
    _ enabled: String,
    needs url: String,
    beside server: YAMLNode
  ) -> Diagnostic {
    Diagnostic(
      .variableConflict,
      at: range,
      "`\(enabled)` needs `\(url)` where LiveKit is not the playbook's",
      notes: [Note("LiveKit is switched off here", at: Location(range: server.range))]
    )
  }

  fileprivate static func callsWithoutTokens(
    at range: Range<Int>,
    _ enabled: String,
    wanted: YAMLNode
  ) -> Diagnostic {
    Diagnostic(
      .variableConflict,
      at: range,
      "without `\(enabled): true` nobody hands out tokens for the LiveKit of another machine",
      notes: [
        Note("`\(wanted.text)` asks for calls", at: Location(range: wanted.range)),
        Note("`livekit_server_enabled: false` switches the JWT service off, too"),
      ]
    )
  }

  fileprivate static func proxiesBesideLoopback(
    at range: Range<Int>,
    _ port: String,
    trusted: YAMLNode
  ) -> Diagnostic {
    Diagnostic(
      .variableConflict,
      at: range,
      "`\(port)` listens on this machine alone, and the trusted proxies are others",
      notes: [Note("the proxies are trusted here", at: Location(range: trusted.range))]
    )
  }
}
