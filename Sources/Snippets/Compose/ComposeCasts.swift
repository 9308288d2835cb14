internal import Diagnostics
internal import Languages

/// Texts that compose-go turns into numbers and bools once variables are put in
/// (`loader/interpolate.go`).
enum ComposeCasts {
  /// What a text becomes.
  enum Kind {
    case integer
    case number
    case bool
  }

  /// A path of keys to a value; `*` is any key or every element.
  private typealias Cast = (path: ArraySlice<String>, kind: Kind)

  /// Turns the texts at the paths that want something else.
  ///
  /// - Parameter root: of a compose file; texts with variables stay as they are.
  /// - Returns: the value, and what is wrong with texts that cannot be turned.
  static func cast(_ root: TypedValue) -> Outcome<TypedValue> {
    var findings: [Diagnostic] = []
    let value = cast(root, named: "", all, &findings)
    return Outcome(value, findings)
  }

  private static func cast(
    _ value: TypedValue,
    named name: String,
    _ casts: [Cast],
    _ findings: inout [Diagnostic]
  ) -> TypedValue {
    guard !casts.isEmpty else { return value }
    switch value.content {
    case .object(let members):
      var turned = members
      for (index, member) in members.enumerated() {
        turned[index].value = cast(
          member.value,
          named: member.key,
          next(casts, member.key),
          &findings
        )
      }
      return TypedValue(.object(turned), at: value.range)
    case .array(let elements):
      let inner = next(casts, nil)
      let turned = elements.map { cast($0, named: name, inner, &findings) }
      return TypedValue(.array(turned), at: value.range)
    case .string(let text):
      guard let kind = casts.first(where: { $0.path.isEmpty })?.kind, !text.contains("$") else {
        return value
      }
      return cast(text, to: kind, of: value, named: name, &findings)
    default: return value
    }
  }

  /// The casts behind a key or, without one, behind the elements of a list.
  private static func next(_ casts: [Cast], _ key: String?) -> [Cast] {
    casts.compactMap { path, kind in
      guard let first = path.first, first == "*" || first == key else { return nil }
      return (path.dropFirst(), kind)
    }
  }

  private static func cast(
    _ text: String,
    to kind: Kind,
    of value: TypedValue,
    named name: String,
    _ findings: inout [Diagnostic]
  ) -> TypedValue {
    let content: TypedValue.Content?
    switch kind {
    case .integer: content = Int(text).map { .number(Double($0)) }
    case .number: content = Double(text).map { .number($0) }
    case .bool:
      let truth = bool(text)
      content = truth.map { .bool($0) }
      if let truth, !["true", "false"].contains(text.lowercased()) {
        findings.append(.oldBool(text, truth, at: value.range))
      }
    }
    guard let content else {
      findings.append(.wrongCast(name, text, kind, at: value.range))
      return value
    }
    return TypedValue(content, at: value.range)
  }

  private static func bool(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "y", "yes", "on": true
    case "false", "n", "no", "off": false
    default: nil
    }
  }

  private static let all: [Cast] =
    services(
      .integer,
      "cpu_count",
      "cpu_period",
      "cpu_quota",
      "cpu_rt_period",
      "cpu_rt_runtime",
      "cpu_shares",
      "deploy.replicas",
      "deploy.update_config.parallelism",
      "deploy.rollback_config.parallelism",
      "deploy.restart_policy.max_attempts",
      "deploy.placement.max_replicas_per_node",
      "healthcheck.retries",
      "oom_score_adj",
      "pids_limit",
      "ports.*.target",
      "scale",
      "ulimits.*",
      "ulimits.*.hard",
      "ulimits.*.soft"
    )
    + services(
      .number,
      "cpu_percent",
      "cpus",
      "deploy.update_config.max_failure_ratio",
      "deploy.rollback_config.max_failure_ratio"
    )
    + services(
      .bool,
      "init",
      "depends_on.*.required",
      "depends_on.*.restart",
      "healthcheck.disable",
      "oom_kill_disable",
      "privileged",
      "read_only",
      "stdin_open",
      "tty",
      "volumes.*.read_only",
      "volumes.*.volume.nocopy"
    )
    + paths(
      .bool,
      "networks.*.external",
      "networks.*.internal",
      "networks.*.attachable",
      "networks.*.enable_ipv4",
      "networks.*.enable_ipv6",
      "volumes.*.external",
      "secrets.*.external",
      "configs.*.external"
    )

  private static func services(_ kind: Kind, _ paths: String...) -> [Cast] {
    paths.map { cast(kind, "services.*." + $0) }
  }

  private static func paths(_ kind: Kind, _ paths: String...) -> [Cast] {
    paths.map { cast(kind, $0) }
  }

  private static func cast(_ kind: Kind, _ path: String) -> Cast {
    (path.split(separator: ".").map(String.init)[...], kind)
  }
}
