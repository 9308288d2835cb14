internal import DocBuild
internal import Text

/// The pages that lead from where chapters stood to where they stand.
extension SiteSet {
  /// Makes a page at each former place of a chapter.
  ///
  /// A script follows the link, with the heading that was asked for; without scripts a reader does.
  ///
  /// - Returns: the files by path.
  func redirects() -> [(path: String, bytes: [UInt8])] {
    chapters.flatMap { chapter in
      chapter.redirects.compactMap { page, _ in
        Redirect(page).map { redirect in
          (redirect.path, redirectPage(to: chapter, from: redirect))
        }
      }
    }
  }

  private func redirectPage(to chapter: Chapter, from redirect: Redirect) -> [UInt8] {
    templates.page(
      "moved.html",
      [
        "language": .text(project.config.language),
        "site_title": .text(project.config.title), "scale": .text(hasScales ? scale.title : ""),
        "title": .text(title(of: chapter)), "root": .text(redirect.root),
        "href": .text("\(redirect.root)\(chapter.page).html"),
      ]
    )
  }

  /// The names that the template of such a page may ask for.
  static let namesOfRedirect = TemplateNames(
    "language",
    "site_title",
    "scale",
    "title",
    "root",
    "href"
  )
}
