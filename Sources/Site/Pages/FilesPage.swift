internal import DocBuild
internal import Machine

extension GeneratedPage {
  /// Every file that the guides show, by the server on which it belongs.
  package static let files = GeneratedPage(
    path: "files.html",
    title: "Files",
    summary: "Every file of every server, ready to use.",
    isNeeded: { set, _ in set.hasFiles },
    names: TemplateNames(
      "file_count",
      lists: [
        "hosts": TemplateNames(
          "name",
          "count",
          lists: ["files": TemplateNames("id", "path", "href", "bytes", "mode", "sha256")]
        )
      ]
    )
  ) { material, _ in
    let hosts = PlacedFile.byServer(material.files)
    let rows = hosts.map { host, own -> TemplateContext in
      [
        "name": .text(host), "count": .text(String(own.count)),
        "files": .list(
          own.map { file in
            [
              "id": .text(ValueUses.File.anchor(of: file.path, on: host)),
              "path": .text(file.path), "href": .text("files/\(host)/\(file.path)"),
              "bytes": .text(SiteSet.grouped(file.bytes.count)),
              "mode": .text(file.mode.map { String($0, radix: 8) } ?? ""),
              "sha256": .text(SHA256.hex(of: file.bytes)),
            ]
          }
        ),
      ]
    }
    return Content(
      context: [
        "hosts": .list(rows), "file_count": .text(SiteSet.counted(material.files.count, "file")),
      ],
      toc: hosts.map { .init(title: $0.server, anchor: $0.server) }
    )
  }
}

extension CompiledSet {
  /// Whether its chapters show a real file.
  var hasFiles: Bool { chapters.contains { $0.fences.contains { $0.path != nil } } }
}
