internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// Limits that stand twice and differ; a limit that is missing beside others of
  /// `deploy.resources.limits` counts as none, as compose-go's `checkConsistency` has it.
  static func distinctLimits(in service: TypedValue) -> [Diagnostic] {
    let deploy = service["deploy"]
    let limits = deploy?["resources"]?.member("limits")
    let reservations = deploy?["resources"]?.member("reservations")
    var found = [
      distinct(service.member("cpus"), limits, "cpus", Double.init),
      distinct(service.member("mem_limit"), limits, "memory", ByteSize.bytes),
      distinct(service.member("pids_limit"), limits, "pids", Double.init),
      distinct(service.member("mem_reservation"), reservations, "memory", ByteSize.bytes),
    ]
    if deploy?["replicas"] != nil {
      found.append(
        distinct(service.member("scale"), service.member("deploy"), "replicas", Double.init)
      )
    }
    return found.compactMap { $0 }
  }

  private static func distinct(
    _ own: TypedValue.Member?,
    _ group: TypedValue.Member?,
    _ key: String,
    _ amount: (String) -> Double?
  ) -> Diagnostic? {
    guard let own, let group, group.value.isObject, let mine = amount(own.value.shown) else {
      return nil
    }
    let path = group.key == "deploy" ? "deploy.\(key)" : "deploy.resources.\(group.key).\(key)"
    guard let other = group.value[key] else {
      guard mine != 0 else { return nil }
      return .composeConflict(
        "`\(own.key)` is `\(own.value.shown)`, but `\(path)` is not set",
        at: own.value.range,
        other: group.keyRange
      )
    }
    guard let theirs = amount(other.shown), mine != theirs else { return nil }
    return .composeConflict(
      "`\(own.key)` is `\(own.value.shown)`, but `\(path)` is `\(other.shown)`",
      at: own.value.range,
      other: other.range
    )
  }

  /// Two mounts in one place: of two volumes compose keeps the last, and refuses a volume over memory.
  static func mountsTwice(in service: TypedValue) -> [Diagnostic] {
    var taken: [String: Range<Int>] = [:]
    var found: [Diagnostic] = []
    let volumes = (service["volumes"]?.elements ?? []).map { mount in
      (mount.isObject ? mount["target"]?.string : VolumeMount(mount.shown).target, mount.range)
    }
    var areVolumes: Set<String> = []
    let tmpfs = service["tmpfs"]
    let memory = (tmpfs.map { $0.isArray ? $0.elements : [$0] } ?? []).map {
      ($0.shown.split(separator: ":").first.map(String.init), $0.range)
    }
    for (index, (target, range)) in (volumes + memory).enumerated() {
      guard let target, !target.isEmpty, !target.contains("$") else { continue }
      let path = "/" + target.split(separator: "/").joined(separator: "/")
      let isVolume = index < volumes.count
      if let first = taken[path] {
        let isKept = isVolume && areVolumes.contains(path)
        let message =
          "`\(path)` is mounted twice" + (isKept ? "; only the last one takes effect" : "")
        found.append(.composeConflict(message, at: range, other: first, isRefused: !isKept))
      }
      if isVolume { areVolumes.insert(path) }
      taken[path] = range
    }
    return found
  }
}
