internal import Diagnostics

/// Holds the names that a service uses against those that the file declares.
struct ComposeReferences {
  let root: TypedValue
  let service: TypedValue.Member

  /// Every name that is not declared.
  var findings: [Diagnostic] {
    networks + volumes + grants("secrets", "secret", .undefinedSecret)
      + grants("configs", "config", .undefinedConfig) + services
  }

  private var networks: [Diagnostic] {
    let used = service.value["networks"]
    let names =
      (used?.elements ?? []).map { ($0.shown, $0.range) }
      + (used?.members ?? []).map { ($0.key, $0.keyRange) }
    return names.compactMap { name, range in
      name == "default" ? nil : finding(.undefinedNetwork, "network", name, at: range)
    }
  }

  /// Named volumes only: a path is the host's, and a mount without a source is anonymous.
  private var volumes: [Diagnostic] {
    (service.value["volumes"]?.elements ?? []).compactMap { mount in
      if mount.isObject {
        guard mount["type"]?.string == "volume", let source = mount["source"] else { return nil }
        return finding(.undefinedVolume, "volume", source.shown, at: source.range)
      }
      let parts = mount.shown.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 1, let first = parts[0].first, !"./~$\\".contains(first) else {
        return nil
      }
      return finding(.undefinedVolume, "volume", String(parts[0]), at: mount.range)
    }
  }

  private func grants(_ key: String, _ noun: String, _ rule: Rule) -> [Diagnostic] {
    (service.value[key]?.elements ?? []).compactMap { grant in
      guard let name = grant.isObject ? grant["source"] : grant else { return nil }
      return finding(rule, noun, name.shown, at: name.range)
    }
  }

  private var services: [Diagnostic] {
    DependencyGraph.uses(of: service.value).compactMap { use in
      use.isRequired ? finding(.undefinedService, "service", use.name, at: use.range) : nil
    }
  }

  private func finding(
    _ rule: Rule,
    _ noun: String,
    _ name: String,
    at range: Range<Int>
  ) -> Diagnostic? {
    let declared = (root["\(noun)s"]?.members ?? []).map(\.key)
    guard !declared.contains(name), !name.contains("$") else { return nil }
    return .undefined(rule, noun, name, of: service.key, at: range, declared: declared)
  }
}
