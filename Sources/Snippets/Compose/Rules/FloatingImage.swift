internal import Diagnostics
internal import Languages

extension Rule {
  static let floatingImage = Rule(
    "compose/image-tag",
    .warning,
    reports: "An image has no tag, or the tag `latest`.",
    why: "Two servers that start on two days run two versions, and a restart upgrades by accident.",
    fires: "# Files\n\n```yaml schema=compose\nservices: { cache: { image: redis } }\n```\n",
    fixed: "# Files\n\n```yaml schema=compose\nservices: { cache: { image: \"redis:7.4\" } }\n```\n"
  )
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
        "the image `\(name)` has \(what), so its version is that of the day"
      )
    }
  }
}
