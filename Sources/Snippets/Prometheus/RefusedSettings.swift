internal import Diagnostics
internal import Languages

extension Diagnostic {
  /// What Prometheus alone refuses of settings that do not go with others.
  static func refusedSettings(in root: TypedValue, _: [UInt8]) -> [Diagnostic] {
    (root["remote_write"]?.elements ?? []).flatMap(queues)
      + root.settings.flatMap(selectors) + attributes(in: root) + names(in: root)
  }

  private static func queues(in mapping: TypedValue) -> [Diagnostic] {
    guard let queue = mapping["queue_config"] else { return [] }
    var findings: [Diagnostic] = []
    if let least = queue["min_shards"], let low = least.number,
      low > queue["max_shards"]?.number ?? 50
    {
      findings.append(refused(least.range, "expected at most `max_shards` for `min_shards`"))
    }
    let shortest = PrometheusDuration.milliseconds(of: queue["min_backoff"]?.shown ?? "30ms")
    let longest = PrometheusDuration.milliseconds(of: queue["max_backoff"]?.shown ?? "5s")
    if let shortest, let longest, shortest > longest,
      let place = queue["max_backoff"] ?? queue["min_backoff"]
    {
      findings.append(refused(place.range, "expected at least `min_backoff` for `max_backoff`"))
    }
    return findings
  }

  // MARK: Kubernetes

  /// The roles of selectors that go with each role (`discovery/kubernetes/kubernetes.go`).
  private static let allowed: [String: [String]] = [
    "pod": ["pod", "node"], "service": ["service"], "node": ["node"], "ingress": ["ingress"],
    "endpointslice": ["pod", "service", "endpointslice"],
    "endpoints": ["pod", "service", "endpoints"],
  ]

  private static func selectors(in mapping: TypedValue) -> [Diagnostic] {
    (mapping["kubernetes_sd_configs"]?.elements ?? []).flatMap { discovery in
      var findings: [Diagnostic] = []
      let client = [
        "basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file", "tls_config",
        "proxy_url", "no_proxy", "proxy_from_environment", "proxy_connect_header", "http_headers",
      ]
      if discovery["api_server"] == nil,
        let setting = client.lazy.compactMap({ discovery.member($0) }).first
      {
        findings.append(
          refused(setting.keyRange, "missing key `api_server`, which `\(setting.key)` requires")
        )
      }
      if let own = discovery["namespaces"]?.member("own_namespace"), own.value.bool == true,
        let other = discovery.member("api_server") ?? discovery.member("kubeconfig_file")
      {
        let message = "`own_namespace` cannot be used with `\(other.key)`"
        findings.append(refused(own.keyRange, message))
      }
      var seen: Set<String> = []
      let role = discovery["role"]?.string ?? ""
      for selector in discovery["selectors"]?.elements ?? [] {
        guard let own = selector["role"], let name = own.string else { continue }
        if let others = allowed[role], !others.contains(name) {
          let list = ValueShape.list(others)
          findings.append(refused(own.range, "expected a selector of \(list) for `role: \(role)`"))
        } else if !seen.insert(name).inserted {
          findings.append(refused(own.range, "duplicate selector of `\(name)`"))
        }
      }
      return findings
    }
  }

  // MARK: Names

  private static func attributes(in root: TypedValue) -> [Diagnostic] {
    guard let otlp = root["otlp"] else { return [] }
    let promotesAll = otlp["promote_all_resource_attributes"]?.bool == true
    if !promotesAll, let ignored = otlp.member("ignore_resource_attributes"),
      !ignored.value.elements.isEmpty
    {
      let message = "`\(ignored.key)` requires `promote_all_resource_attributes: true`"
      return [refused(ignored.keyRange, message)]
    }
    let key = promotesAll ? "ignore_resource_attributes" : "promote_resource_attributes"
    var seen: Set<String> = []
    return (otlp[key]?.elements ?? []).compactMap { attribute in
      let name = attribute.shown.trimmingSpaces
      if name.isEmpty { return refused(attribute.range, "expected the name of an attribute") }
      return seen.insert(name).inserted
        ? nil : refused(attribute.range, "duplicate attribute `\(name)`")
    }
  }

  /// Where names are of letters alone, nothing can ask for others.
  private static func names(in root: TypedValue) -> [Diagnostic] {
    let global = root["global"]
    let isLegacy = global?["metric_name_validation_scheme"]?.string == "legacy"
    var findings: [Diagnostic] = []
    func check(_ value: TypedValue?, _ refusedNames: [String]) {
      guard let value, refusedNames.contains(value.shown) else { return }
      let message = "`\(value.shown)` requires UTF-8 names, but they are `legacy` here"
      findings.append(refused(value.range, message))
    }
    if isLegacy {
      check(root["otlp"]?["translation_strategy"], ["NoUTF8EscapingWithSuffixes", "NoTranslation"])
    }
    let jobs = root["scrape_configs"]?.elements ?? []
    let ownScheme = { (job: TypedValue) in job["metric_name_validation_scheme"]?.string ?? "" }
    if isLegacy, jobs.contains(where: { ownScheme($0).isEmpty }) {
      check(global?["metric_name_escaping_scheme"], ["allow-utf-8"])
    }
    for job in jobs where ownScheme(job) == "legacy" || ownScheme(job).isEmpty && isLegacy {
      check(job["metric_name_escaping_scheme"], ["allow-utf-8"])
    }
    return findings
  }
}
