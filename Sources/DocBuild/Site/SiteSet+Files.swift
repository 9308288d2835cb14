extension SiteSet {
  /// Every file that the guides show, by the server on which it belongs.
  func filesPage(_ files: [Extraction.File]) -> SitePage {
    let hosts = files.map(\.host).reduce(into: [String]()) { hosts, host in
      if hosts.last != host { hosts.append(host) }
    }
    let rows = hosts.map { host -> TemplateContext in
      let own = files.filter { $0.host == host }
      return [
        "name": .text(host), "count": .text(String(own.count)),
        "files": .list(
          own.map { file in
            [
              "path": .text(file.path), "href": .text("files/\(host)/\(file.path)"),
              "bytes": .text(Self.grouped(file.bytes.count)),
              "mode": .text(file.mode.map { String($0, radix: 8) } ?? ""),
              "sha256": .text(SHA256.hex(of: file.bytes)),
            ]
          }
        ),
      ]
    }
    return SitePage(
      PageFrame(path: "files.html", title: "Files", toc: hosts.map { tocItem($0, anchor: $0) }),
      templates.page(
        "files.html",
        ["hosts": .list(rows), "file_total": .text(Self.grouped(files.count))]
      )
    )
  }
}
