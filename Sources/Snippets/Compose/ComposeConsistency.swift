internal import Diagnostics
internal import Languages

/// Settings that contradict each other or lack their other half, as compose-go's
/// `checkConsistency` and `validation` refuse them (`loader/validate.go`, `validation/`).
struct ComposeConsistency {
  let root: TypedValue

  /// What is wrong, service by service, then in the declarations.
  var findings: [Diagnostic] {
    let services = (root["services"]?.members ?? []).filter(\.value.isObject)
    var found: [Diagnostic] = []
    for service in services {
      found += build(of: service.value)
      found += Diagnostic.distinctLimits(in: service.value)
      found += replicas(of: service)
      found += networks(of: service)
      found += Diagnostic.mountsTwice(in: service.value)
      found += ports(of: service)
      found += devices(of: service)
      found += watches(of: service.value)
    }
    found += sources("secrets", ["file", "environment"])
    found += sources("configs", ["file", "environment", "content"])
    return found + externals
  }

  // MARK: Services

  private func build(of service: TypedValue) -> [Diagnostic] {
    guard let build = service["build"] else { return [] }
    let found = exclusion(build, "dockerfile", "dockerfile_inline")
    guard let platform = service["platform"], !platform.shown.contains("$"),
      let platforms = build["platforms"], !platforms.elements.isEmpty,
      !platforms.elements.contains(where: { $0 == platform || $0.shown.contains("$") })
    else { return found }
    return found + [
      .composeConflict(
        "`platform` is `\(platform.shown)`, which is not in `build.platforms`",
        at: platform.range,
        other: platforms.range
      )
    ]
  }

  private func replicas(of service: TypedValue.Member) -> [Diagnostic] {
    let counts = [service.value["scale"], service.value["deploy"]?["replicas"]].compactMap { $0 }
    return counts.compactMap { count in
      guard let number = count.number else { return nil }
      if number < 0 {
        return Diagnostic(
          SchemaRules.compose.range,
          at: count.range,
          "expected at least 0 replicas, found \(count.shown)"
        )
      }
      guard number > 1, let name = service.value.member("container_name") else { return nil }
      return .composeConflict(
        "`container_name` cannot be used with \(count.shown) replicas",
        at: name.keyRange,
        other: count.range
      )
    }
  }

  private func networks(of service: TypedValue.Member) -> [Diagnostic] {
    guard let mode = service.value.member("network_mode") else { return [] }
    var found: [Diagnostic] = []
    if let networks = service.value.member("networks") {
      found.append(
        .composeConflict(
          "`networks` cannot be used with `network_mode`",
          at: networks.keyRange,
          other: mode.keyRange
        )
      )
    }
    guard let ports = service.value.member("ports"), let name = mode.value.string else {
      return found
    }
    let isShared = name.hasPrefix("service:") || name.hasPrefix("container:")
    guard isShared || ["host", "none"].contains(name) else { return found }
    let owner = isShared ? "those of the container whose network it shares" : "already the host's"
    let reason = name == "none" ? "the container has no network" : "the ports are \(owner)"
    found.append(
      .composeConflict(
        "`ports` has no effect with `network_mode: \(name)`; \(reason)",
        at: ports.keyRange,
        other: mode.keyRange,
        isRefused: isShared
      )
    )
    return found
  }

  private func ports(of service: TypedValue.Member) -> [Diagnostic] {
    (service.value["ports"]?.elements ?? []).flatMap { port -> [Diagnostic] in
      guard port.isObject else {
        guard let mistake = PortMapping.mistake(in: port.shown) else { return [] }
        return [.composePort(port.shown, mistake, at: port.range)]
      }
      var found: [Diagnostic] = []
      if let address = port["host_ip"], !address.shown.contains("$"),
        !PortMapping.isAddress(address.shown)
      {
        found.append(.composePort(address.shown, "expected an address", at: address.range))
      }
      for key in ["target", "published"] {
        guard let number = port[key], !number.shown.contains("$"), number.shown != "",
          let mistake = PortMapping.mistake(in: number.shown)
        else { continue }
        found.append(.composePort(number.shown, mistake, at: number.range))
      }
      return found
    }
  }

  private func devices(of service: TypedValue.Member) -> [Diagnostic] {
    let reserved = service.value["deploy"]?["resources"]?["reservations"]?["devices"]
    return ((reserved?.elements ?? []) + (service.value["gpus"]?.elements ?? [])).flatMap {
      exclusion($0, "count", "device_ids")
    }
  }

  /// Only a rebuild and a restart need no place inside the container.
  private func watches(of service: TypedValue) -> [Diagnostic] {
    (service["develop"]?["watch"]?.elements ?? []).flatMap { watch -> [Diagnostic] in
      var found: [Diagnostic] = []
      if let path = watch["path"], path.string?.isEmpty == true {
        found.append(
          Diagnostic(
            SchemaRules.compose.type,
            at: path.range,
            "expected a path for `path`, found nothing"
          )
        )
      }
      if let action = watch["action"], !["rebuild", "restart"].contains(action.shown),
        watch["target"]?.shown.isEmpty ?? true
      {
        found.append(
          Diagnostic(
            SchemaRules.compose.required,
            at: action.range,
            "missing key `target`, which `action: \(action.shown)` requires"
          )
        )
      }
      return found
    }
  }

  // MARK: Declarations

  /// What a secret or a config is made from: exactly one, unless it is made elsewhere.
  private func sources(_ kind: String, _ keys: [String]) -> [Diagnostic] {
    (root[kind]?.members ?? []).flatMap { declared -> [Diagnostic] in
      let isElsewhere = declared.value["external"]?.bool ?? (declared.value["external"] != nil)
      let isMade = kind == "configs" && declared.value["driver"] != nil
      guard declared.value.isObject, !isElsewhere, !isMade else { return [] }
      let given = keys.filter { declared.value[$0] != nil }
      guard !given.isEmpty else {
        let names = ValueShape.list(keys)
        return [
          Diagnostic(
            SchemaRules.compose.required,
            at: declared.keyRange,
            "missing key \(names) in \(kind.dropLast()) `\(declared.key)`"
          )
        ]
      }
      return given.dropFirst().flatMap { exclusion(declared.value, given[0], $0) }
    }
  }

  /// What is made elsewhere has a name here and nothing else; of volumes alone compose insists on it.
  private var externals: [Diagnostic] {
    ["volumes", "networks", "secrets", "configs"].flatMap { kind in
      (root[kind]?.members ?? []).flatMap { declared -> [Diagnostic] in
        guard let external = declared.value.member("external") else { return [] }
        if let old = external.value["name"], let name = declared.value.member("name"),
          old != name.value
        {
          return [
            .composeConflict(
              "`external.name` is `\(old.shown)`, but `name` is `\(name.value.shown)`",
              at: old.range,
              other: name.value.range
            )
          ]
        }
        guard external.value.bool == true else { return [] }
        return declared.value.members.compactMap { member in
          guard !["external", "name"].contains(member.key), !member.key.hasPrefix("x-") else {
            return nil
          }
          return .composeConflict(
            "`\(member.key)` has no effect with `external: true`",
            at: member.keyRange,
            other: external.keyRange,
            isRefused: kind == "volumes"
          )
        }
      }
    }
  }

  private func exclusion(_ scope: TypedValue, _ one: String, _ two: String) -> [Diagnostic] {
    guard let first = scope.member(one), let second = scope.member(two) else { return [] }
    let message = "`\(two)` cannot be used with `\(one)`"
    return [.composeConflict(message, at: second.keyRange, other: first.keyRange)]
  }
}
