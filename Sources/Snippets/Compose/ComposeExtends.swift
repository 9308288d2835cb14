internal import Diagnostics
internal import Languages

/// Services that take over the settings of others (`extends`, `loader/extends.go`).
struct ComposeExtends {
  let root: TypedValue

  /// What a service extends.
  struct Base {
    var service: String
    /// Another file; nothing for the service's own.
    var file: TypedValue?
    var range: Range<Int>
  }

  /// Returns what a service extends, if anything.
  static func base(of service: TypedValue) -> Base? {
    guard let extends = service["extends"] else { return nil }
    if let name = extends.string { return Base(service: name, range: extends.range) }
    guard let name = extends["service"] else { return nil }
    return Base(service: name.shown, file: extends["file"], range: name.range)
  }

  /// Bases that the file does not have, and circles.
  var findings: [Diagnostic] {
    let services = root["services"]?.members ?? []
    return services.compactMap { service in
      guard let base = Self.base(of: service.value), base.file == nil else { return nil }
      let declared = services.map(\.key)
      guard declared.contains(base.service) || base.service.contains("$") else {
        return .undefined(
          .undefinedService,
          "service",
          base.service,
          of: service.key,
          at: base.range,
          declared: declared
        )
      }
      let way = way(from: service.key)
      guard way.isCircle, way.names.first == way.names.min() else { return nil }
      return .extendsCircle(way.names, at: base.range)
    }
  }

  /// Whether a service or what it extends has one of some keys; true where that is not known or
  /// leads in a circle.
  func hasAny(_ keys: [String], _ service: String) -> Bool {
    let way = way(from: service)
    guard !way.isCircle else { return true }
    for name in way.names {
      guard let value = root["services"]?[name] else { return true }
      if keys.contains(where: { value[$0] != nil }) { return true }
      if Self.base(of: value)?.file != nil { return true }
    }
    return false
  }

  /// The services from one to its last base in the file, and whether they lead back to the first.
  private func way(from service: String) -> (names: [String], isCircle: Bool) {
    var names = [service]
    while let name = names.last, let value = root["services"]?[name],
      let base = Self.base(of: value), base.file == nil
    {
      if names.contains(base.service) { return (names, base.service == service) }
      names.append(base.service)
    }
    return (names, false)
  }
}
