internal import DocBuild
internal import HTML

/// What tells machines which pages there are: a site map, a guide for language models.
package enum Discovery {
  /// Makes the files at the root of the site.
  ///
  /// - Parameter sets: the template sets that are there; what is a customer's is listed nowhere.
  /// - Returns: the files by path.
  static func files(for sets: [SiteSet]) -> [(path: String, bytes: [UInt8])] {
    guard let config = sets.first?.project.config else { return [] }
    let guide = ("llms.txt", Array(self.guide(to: sets, config.title).utf8))
    guard let address = config.address else { return [guide] }
    return [guide] + files(for: sets, at: address)
  }

  /// Makes the site map, and what leads machines to it.
  static func files(
    for sets: [SiteSet],
    at address: String
  ) -> [(path: String, bytes: [UInt8])] {
    let robots = "User-agent: *\nAllow: /\n\nSitemap: \(address)sitemap.xml\n"
    return [
      ("robots.txt", Array(robots.utf8)),
      ("sitemap.xml", Array(siteMap(of: sets, at: address).utf8)),
    ]
  }

  private static func siteMap(of scales: [SiteSet], at address: String) -> String {
    let pages =
      (scales.contains { $0.folder.isEmpty } ? [] : ["index.html"])
      + scales.flatMap { set in
        set.pagePaths.map { set.folder.isEmpty ? $0 : "\(set.folder)/\($0)" }
      }
    let lines = pages.map { page in
      let text = String(decoding: HTMLEscape.text(address + page), as: UTF8.self)
      return "  <url><loc>\(text)</loc></url>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(lines.joined())</urlset>

      """
  }

  private static func guide(to scales: [SiteSet], _ title: String) -> String {
    let sets = scales.map { set in
      let users = set.users.isEmpty ? "" : ": for \(set.users)"
      return "- [\(set.scale.title)](\(set.scale.id)/llms.txt)\(users)\n"
    }
    return "# \(title)\n\n> The same guides for each scale of the deployment.\n\n## Scales\n\n"
      + sets.joined()
  }

  /// Returns the guide to a set, in the form of llmstxt.org: its chapters as Markdown.
  static func guide(to set: SiteSet) -> [UInt8] {
    let whom = set.customer.map { ", prepared for \($0)" } ?? ""
    let users = set.users.isEmpty ? "" : ", for \(set.users)"
    var text = "# \(set.project.config.title)\n"
    if !set.scale.title.isEmpty { text += "\n> \(set.scale.title)\(users)\(whom).\n" }
    if set.values.hasOpenValues {
      text +=
        "\nWhat begins with `CHANGE_TO_` stands for a value or a secret of the reader's own.\n"
    }
    for document in set.documents {
      text += "\n## \(document.title)\n\n"
      for chapter in document.chapters {
        let about = set.summary(of: chapter).map { ": \($0)" } ?? ""
        text += "- [\(set.title(of: chapter))](\(chapter.page).md)\(about)\n"
      }
    }
    let reference = set.generated.filter(\.isListed)
    if !reference.isEmpty { text += "\n## Reference\n\n" }
    for page in reference {
      text += "- [\(page.title)](\(page.path)): \(page.summary)\n"
    }
    return Array(text.utf8)
  }
}

extension SiteSet {
  /// The paths of all pages that readers may find from elsewhere.
  fileprivate var pagePaths: [String] {
    ["index.html"]
      + documents.flatMap(\.pages) + generated.filter(\.isListed).map(\.path)
  }
}
