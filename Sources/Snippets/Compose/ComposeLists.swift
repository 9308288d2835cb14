internal import Languages

/// Lists of which compose-go drops what stands twice before it looks at them (`override/uncity.go`).
enum ComposeLists {
  private static let ofServices: Set<String> = [
    "annotations", "cap_add", "cap_drop", "configs", "devices", "dns", "dns_opt", "dns_search",
    "env_file", "environment", "expose", "labels", "links", "ports", "profiles", "secrets",
    "sysctls",
    "tmpfs", "volumes",
  ]
  /// Of a service's `build`, of its `deploy` and of each of its networks.
  private static let inner: Set<String> = [
    "additional_contexts", "aliases", "args", "labels", "link_local_ips", "tags",
  ]

  /// Returns a compose file with every entry once.
  static func withoutRepeats(_ root: TypedValue) -> TypedValue {
    root.mapping("services") { services in
      services.mappingAll { service in
        var service = service.mappingMembers { key, value in
          ofServices.contains(key) ? once(value, ofPorts: key == "ports") : value
        }
        for key in ["build", "deploy"] { service = service.mapping(key, withoutInner) }
        return service.mapping("networks") { $0.mappingAll(withoutInner) }
      }
    }.mapping("networks") { $0.mappingAll(withoutInner) }
  }

  private static func withoutInner(_ value: TypedValue) -> TypedValue {
    value.mappingMembers { key, value in inner.contains(key) ? once(value) : value }
  }

  private static func once(_ list: TypedValue, ofPorts: Bool = false) -> TypedValue {
    guard case .array(let elements) = list.content else { return list }
    var seen: Set<TypedValue> = []
    let kept = elements.filter { element in
      // TCP is what a port has where it says nothing.
      guard ofPorts, let text = element.string, text.hasSuffix("/tcp") else {
        return seen.insert(element).inserted
      }
      return seen.insert(TypedValue(.string(String(text.dropLast(4))), at: 0..<0)).inserted
    }
    return TypedValue(.array(kept), at: list.range)
  }
}

extension TypedValue {
  /// The value with another one under a key, if it has that key.
  fileprivate func mapping(_ key: String, _ change: (TypedValue) -> TypedValue) -> TypedValue {
    mappingMembers { $0 == key ? change($1) : $1 }
  }

  /// The value with each value of a mapping changed.
  fileprivate func mappingAll(_ change: (TypedValue) -> TypedValue) -> TypedValue {
    mappingMembers { _, value in change(value) }
  }

  fileprivate func mappingMembers(_ change: (String, TypedValue) -> TypedValue) -> TypedValue {
    guard case .object(let members) = content else { return self }
    let changed = members.map { member in
      Member(key: member.key, keyRange: member.keyRange, value: change(member.key, member.value))
    }
    return TypedValue(.object(changed), at: range, plain: plain)
  }
}
