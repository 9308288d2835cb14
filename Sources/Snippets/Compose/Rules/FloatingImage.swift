internal import Diagnostics
internal import Languages

extension Rule {
  static let floatingImage = Rule(
    "compose/image-tag",
    .warning,
    isOptional: true,
    reports:
      "An image without a tag, or with the tag `latest`; off unless docbuild.yml turns it on.",
    why:
      "Servers that start on different days run different versions, and a restart can upgrade by accident.",
    fires: .asked("redis"),
    fixed: .asked("redis:7.4")
  )
}

extension Rule.Example {
  /// A page with an image, in a project that asks for the rule.
  fileprivate static func asked(_ image: String) -> Rule.Example {
    Rule.Example(
      "# Files\n\n```yaml schema=compose\nservices: { cache: { image: \"\(image)\" } }\n```\n",
      beside: [
        File(
          path: "docbuild.yml",
          text: "title: T\nscales:\n  - { id: one }\nrules: { compose/image-tag: warning }\n"
        )
      ]
    )
  }
}

extension Diagnostic {
  /// A digest pins an image as well as a tag does; a variable may hold either.
  static func floatingImages(in root: TypedValue) -> [Diagnostic] {
    (root["services"]?.members ?? []).compactMap { service in
      guard let image = service.value["image"], let name = image.string, !name.contains("$"),
        !name.contains("@"), service.value["build"] == nil,
        SchemaFormat.named["docker-image"]?.fits(name) == true
      else { return nil }
      let last = name.split(separator: "/").last ?? ""
      let tag = last.split(separator: ":").dropFirst().first
      guard tag == nil || tag == "latest" else { return nil }
      let what = tag == nil ? "no tag" : "the tag `latest`"
      return Diagnostic(
        .floatingImage,
        at: image.range,
        "image `\(name)` has \(what), so its version changes over time"
      )
    }
  }
}
