internal import Diagnostics

/// Settings that contradict each other or lack their other half, as compose-go's
/// `checkConsistency` and `validation` refuse them (`loader/validate.go`, `validation/`).
struct ComposeConsistency {
  let root: TypedValue

  /// What is wrong, service by service, then in the declarations.
  var findings: [Diagnostic] {
    let services = (root["services"]?.members ?? []).filter(\.value.isObject)
    var found: [Diagnostic] = []
    for service in services {
      found += build(of: service)
      found += limits(of: service)
      found += replicas(of: service)
      found += mounts(of: service)
      found += ports(of: service)
      found += devices(of: service)
    }
    found += sources("secrets", ["file", "environment"])
    found += sources("configs", ["file", "environment", "content"])
    return found + externals
  }

  // MARK: Services

  private func build(of service: TypedValue.Member) -> [Diagnostic] {
    guard let build = service.value["build"] else { return [] }
    var found = exclusion(build, "dockerfile", "dockerfile_inline")
    let secrets = (root["secrets"]?.members ?? []).map(\.key)
    for grant in build["secrets"]?.elements ?? [] {
      guard let name = grant.isObject ? grant["source"] : grant, !secrets.contains(name.shown),
        !name.shown.contains("$")
      else { continue }
      found.append(
        .undefined(
          .undefinedSecret,
          "secret",
          name.shown,
          of: service.key,
          at: name.range,
          declared: secrets
        )
      )
    }
    let names = (root["services"]?.members ?? []).map(\.key)
    for context in build["additional_contexts"]?.members ?? [] {
      guard let text = context.value.string, text.hasPrefix("service:") else { continue }
      let name = String(text.dropFirst(8))
      guard !names.contains(name) else { continue }
      found.append(
        .undefined(
          .undefinedService,
          "service",
          name,
          of: service.key,
          at: context.value.range,
          declared: names
        )
      )
    }
    if let platform = service.value["platform"], let platforms = build["platforms"],
      !platforms.elements.isEmpty, !platforms.elements.contains(platform)
    {
      found.append(
        .composeConflict(
          "`platform` is `\(platform.shown)`, which `build.platforms` does not have",
          at: platform.range,
          other: platforms.range
        )
      )
    }
    return found
  }

  /// A limit that stands twice must be the same.
  private func limits(of service: TypedValue.Member) -> [Diagnostic] {
    let value = service.value
    let resources = value["deploy"]?["resources"]
    let pairs: [(String, String, TypedValue?)] = [
      ("cpus", "deploy.resources.limits.cpus", resources?["limits"]?["cpus"]),
      ("mem_limit", "deploy.resources.limits.memory", resources?["limits"]?["memory"]),
      ("pids_limit", "deploy.resources.limits.pids", resources?["limits"]?["pids"]),
      (
        "mem_reservation", "deploy.resources.reservations.memory",
        resources?["reservations"]?["memory"]
      ),
      ("scale", "deploy.replicas", value["deploy"]?["replicas"]),
    ]
    return pairs.compactMap { name, path, other in
      guard let own = value.member(name), let other, own.value.shown != other.shown else {
        return nil
      }
      return .composeConflict(
        "`\(name)` is `\(own.value.shown)`, but `\(path)` is `\(other.shown)`",
        at: own.value.range,
        other: other.range
      )
    }
  }

  private func replicas(of service: TypedValue.Member) -> [Diagnostic] {
    let counts = [service.value["scale"], service.value["deploy"]?["replicas"]].compactMap { $0 }
    return counts.compactMap { count in
      guard let number = count.number else { return nil }
      if number < 0 {
        return Diagnostic(
          SchemaRules.compose.range,
          at: count.range,
          "a number of replicas is \(count.shown), but must be at least 0"
        )
      }
      guard number > 1, let name = service.value.member("container_name") else { return nil }
      return .composeConflict(
        "`container_name` can be that of one container only, but there are \(count.shown)",
        at: name.keyRange,
        other: count.range
      )
    }
  }

  /// Two mounts in one place: the later one hides the other.
  private func mounts(of service: TypedValue.Member) -> [Diagnostic] {
    var taken: [String: Range<Int>] = [:]
    var found: [Diagnostic] = []
    let volumes = (service.value["volumes"]?.elements ?? []).map { mount in
      (mount.isObject ? mount["target"]?.string : Self.target(of: mount.shown), mount.range)
    }
    let tmpfs = service.value["tmpfs"]
    let memory = (tmpfs.map { $0.isArray ? $0.elements : [$0] } ?? []).map {
      ($0.shown.split(separator: ":").first.map(String.init), $0.range)
    }
    for (target, range) in volumes + memory {
      guard let target, !target.contains("$") else { continue }
      if let first = taken[target] {
        found.append(
          .composeConflict("`\(target)` is mounted twice", at: range, other: first)
        )
      }
      taken[target] = range
    }
    return found
  }

  /// The path inside the container of `[source:]target[:options]`.
  private static func target(of mount: String) -> String? {
    let parts = mount.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 1 ? parts[0] : parts[1]
  }

  private func ports(of service: TypedValue.Member) -> [Diagnostic] {
    (service.value["ports"]?.elements ?? []).flatMap { port -> [Diagnostic] in
      guard port.isObject else { return [] }
      var found: [Diagnostic] = []
      if let address = port["host_ip"], !address.shown.contains("$"),
        !PortMapping.isAddress(address.shown)
      {
        found.append(.composePort(address.shown, "an address is expected", at: address.range))
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

  // MARK: Declarations

  /// What a secret or a config is made from: exactly one, unless it is made elsewhere.
  private func sources(_ kind: String, _ keys: [String]) -> [Diagnostic] {
    (root[kind]?.members ?? []).flatMap { declared -> [Diagnostic] in
      guard declared.value["external"] == nil, declared.value["driver"] == nil else { return [] }
      let given = keys.filter { declared.value[$0] != nil }
      guard !given.isEmpty else {
        let names = keys.map { "`\($0)`" }.joined(separator: ", ")
        return [
          Diagnostic(
            SchemaRules.compose.required,
            at: declared.keyRange,
            "the \(kind.dropLast()) `\(declared.key)` needs one of \(names)"
          )
        ]
      }
      return given.dropFirst().flatMap { exclusion(declared.value, given[0], $0) }
    }
  }

  /// What is made elsewhere has a name here and nothing else.
  private var externals: [Diagnostic] {
    ["volumes", "networks", "secrets", "configs"].flatMap { root[$0]?.members ?? [] }
      .flatMap { declared -> [Diagnostic] in
        guard let external = declared.value.member("external"), external.value.bool == true else {
          return []
        }
        return declared.value.members.compactMap { member in
          guard !["external", "name"].contains(member.key), !member.key.hasPrefix("x-") else {
            return nil
          }
          return .composeConflict(
            "`\(declared.key)` is external, so `\(member.key)` is not decided here",
            at: member.keyRange,
            other: external.keyRange
          )
        }
      }
  }

  private func exclusion(_ scope: TypedValue, _ one: String, _ two: String) -> [Diagnostic] {
    guard let first = scope.member(one), let second = scope.member(two) else { return [] }
    let message = "`\(two)` and `\(one)` exclude each other"
    return [.composeConflict(message, at: second.keyRange, other: first.keyRange)]
  }
}
