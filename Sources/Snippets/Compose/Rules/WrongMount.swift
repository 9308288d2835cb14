internal import Diagnostics
internal import Languages

extension Rule {
  static let wrongMount = Rule(
    "compose/mount",
    reports: "A mount that Docker cannot parse.",
    why: "Docker Compose rejects the file, or Docker does not create the container.",
    fires: .service("    volumes: [\"./data::ro\"]"),
    fixed: .service("    volumes: [\"./data:/data:ro\"]")
  )

  static let mountOption = Rule(
    "compose/mount-option",
    .warning,
    reports: "A mount with an option that Docker Compose does not know.",
    why: "Docker Compose silently drops it: a mount that was meant to be read-only is writable.",
    fires: .compose("volumes: [\"./data:/data:r0\"]"),
    fixed: .compose("volumes: [\"./data:/data:ro\"]")
  )
}

extension Diagnostic {
  static func wrongMounts(in service: TypedValue) -> [Diagnostic] {
    (service["volumes"]?.elements ?? []).flatMap { mount -> [Diagnostic] in
      guard let text = mount.string else { return [] }
      let short = VolumeMount(text)
      if let mistake = short.mistake {
        return [
          Diagnostic(.wrongMount, at: mount.range, "\(mistake), found `\(text)`")
        ]
      }
      return short.options.compactMap { option in
        guard !VolumeMount.knownOptions.contains(option), !option.contains("$") else { return nil }
        let near = NameIndex(VolumeMount.knownOptions).nearest(to: option).first
        return Diagnostic(
          .mountOption,
          at: mount.range,
          "unknown mount option `\(option)`",
          fixes: near.map { [.didYouMean($0)] } ?? []
        )
      }
    }
  }
}
