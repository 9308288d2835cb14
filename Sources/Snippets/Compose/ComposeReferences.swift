internal import Diagnostics
internal import Languages

/// Holds the names that a service uses against those that the project declares.
struct ComposeReferences {
  let names: ComposeNames
  let service: TypedValue.Member

  /// Every name that is not declared.
  var findings: [Diagnostic] {
    networks + volumes + models + grants(service.value["secrets"], "secret", .undefinedSecret)
      + grants(service.value["build"]?["secrets"], "secret", .undefinedSecret)
      + grants(service.value["configs"], "config", .undefinedConfig) + services + contexts
  }

  private var networks: [Diagnostic] {
    Self.names(of: service.value["networks"]).compactMap { name, range in
      name == "default" ? nil : finding(.undefinedNetwork, "network", name, at: range)
    }
  }

  private var models: [Diagnostic] {
    Self.names(of: service.value["models"]).compactMap { name, range in
      finding(.undefinedModel, "model", name, at: range)
    }
  }

  /// Named volumes only: a path is the host's, and a mount without a source is anonymous.
  private var volumes: [Diagnostic] {
    (service.value["volumes"]?.elements ?? []).compactMap { mount in
      if mount.isObject {
        guard mount["type"]?.string == "volume", let source = mount["source"] else { return nil }
        return finding(.undefinedVolume, "volume", source.shown, at: source.range)
      }
      let short = VolumeMount(mount.shown)
      guard short.mistake == nil, let source = short.source, !short.isBind else { return nil }
      return finding(.undefinedVolume, "volume", source, at: mount.range)
    }
  }

  private func grants(_ list: TypedValue?, _ noun: String, _ rule: Rule) -> [Diagnostic] {
    (list?.elements ?? []).compactMap { grant in
      guard let name = grant.isObject ? grant["source"] : grant else { return nil }
      return finding(rule, noun, name.shown, at: name.range)
    }
  }

  private var services: [Diagnostic] {
    DependencyGraph.uses(of: service.value).compactMap { use in
      guard use.isRequired else { return nil }
      if let undefined = finding(.undefinedService, "service", use.name, at: use.range) {
        return undefined
      }
      return disabled(use)
    }
  }

  /// A service without a profile always runs, so what it needs may not wait for one.
  private func disabled(_ use: DependencyGraph.Use) -> Diagnostic? {
    guard service.value["profiles"]?.elements.isEmpty ?? true,
      let profiles = names.service(use.name)?["profiles"]?.elements, !profiles.isEmpty
    else { return nil }
    return .disabledService(
      use.name,
      needed: service.key,
      profiles: profiles.map(\.shown),
      at: use.range
    )
  }

  /// Images that a build takes from the builds of other services.
  private var contexts: [Diagnostic] {
    let contexts = service.value["build"]?["additional_contexts"]
    let pairs =
      (contexts?.members ?? []).map { ($0.value.shown, $0.value.range) }
      + (contexts?.elements ?? []).map { element in
        (element.shown.split(separator: "=").dropFirst().joined(separator: "="), element.range)
      }
    return pairs.compactMap { text, range in
      guard text.hasPrefix("service:") else { return nil }
      let name = String(text.dropFirst(8))
      if let undefined = finding(.undefinedService, "service", name, at: range) {
        return undefined
      }
      guard let other = names.service(name), other["build"] == nil else { return nil }
      return .composeConflict(
        "missing key `build` in service `\(name)`, whose image this build uses",
        at: range,
        other: other.range
      )
    }
  }

  private func finding(
    _ rule: Rule,
    _ noun: String,
    _ name: String,
    at range: Range<Int>
  ) -> Diagnostic? {
    let declared = names.declared("\(noun)s")
    guard !declared.contains(name), !name.contains("$") else { return nil }
    return .undefined(rule, noun, name, of: service.key, at: range, declared: declared)
  }

  private static func names(of used: TypedValue?) -> [(String, Range<Int>)] {
    (used?.elements ?? []).map { ($0.shown, $0.range) }
      + (used?.members ?? []).map { ($0.key, $0.keyRange) }
  }
}
