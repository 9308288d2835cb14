internal import Deployment
internal import Languages

extension ComposeProject {
  /// The file with the lists of `environment` as mappings.
  var withVariables: TypedValue {
    guard case .object(let members) = root.content else { return root }
    let turned = members.map { member -> TypedValue.Member in
      guard member.key == "services" else { return member }
      var services = member
      services.value = TypedValue(
        .object(member.value.members.map(Self.withVariables)),
        at: member.value.range
      )
      return services
    }
    return TypedValue(.object(turned), at: root.range)
  }

  private static func withVariables(_ service: TypedValue.Member) -> TypedValue.Member {
    guard service.value["environment"]?.isArray == true else { return service }
    var service = service
    let turned = service.value.members.map { member -> TypedValue.Member in
      guard member.key == "environment" else { return member }
      let variables = ComposeFacts.environment(of: service.value).map {
        TypedValue.Member(key: $0.name, keyRange: $0.value.range, value: $0.value)
      }
      var member = member
      member.value = TypedValue(.object(variables), at: member.value.range)
      return member
    }
    service.value = TypedValue(.object(turned), at: service.value.range)
    return service
  }

  /// Whether a file is mounted into a container of the project that has a network of its own.
  func readsInContainer(_ other: PlacedFile) -> Bool {
    guard other.server == server else { return false }
    return (root["services"]?.members ?? []).contains { service in
      service.value["network_mode"]?.string != "host"
        && binds(of: service.value).contains {
          other.path == $0.path || other.path.hasPrefix($0.path + "/")
        }
    }
  }

  /// A path of the host that a service mounts.
  struct Bind: Sendable {
    /// Without a leading `/`.
    var path: String
    /// As the file says it.
    var written: String
    var target: String
    /// In bytes of the file.
    var range: Range<Int>
    /// Whether Docker makes a folder where there is nothing.
    var isMade: Bool
  }

  /// Returns the paths of the host that a service mounts, as far as they are known.
  func binds(of service: TypedValue) -> [Bind] {
    (service["volumes"]?.elements ?? []).compactMap { mount in
      if mount.isObject {
        guard mount["type"]?.string == "bind", let source = mount["source"] else { return nil }
        let isMade = mount["bind"]?["create_host_path"]?.bool ?? true
        return bind(source.shown, mount["target"]?.shown ?? "", source.range, isMade)
      }
      let short = VolumeMount(mount.shown)
      guard short.mistake == nil, short.isBind, let source = short.source else { return nil }
      return bind(source, short.target, mount.range, true)
    }
  }

  private func bind(
    _ source: String,
    _ target: String,
    _ range: Range<Int>,
    _ isMade: Bool
  ) -> Bind? {
    guard !source.hasPrefix("~"), !source.contains("$"), !source.contains("\\") else { return nil }
    let path = FilePath.joined(folder, source)
    return Bind(path: path, written: source, target: target, range: range, isMade: isMade)
  }
}
