package import Diagnostics
internal import Text

/// Checks the former places of chapters: each is a page of a document, and nothing stands there now.
package enum RedirectCheck {
  /// Returns the former places that cannot lead on.
  package static func check(_ chapters: [Chapter]) -> [Diagnostic] {
    let pages = chapters.filter { !$0.document.isEmpty }
    var owners = Dictionary(pages.map { ("\($0.page).html", "`\($0.path)`") }) { one, _ in one }
    for folder in RelativePath.folders(around: pages.map(\.page)) {
      let list = "\(folder)/index.html"
      owners[list] = owners[list] ?? "the list of its chapters"
    }
    var findings: [Diagnostic] = []
    for chapter in chapters {
      for (page, location) in chapter.redirects {
        guard let redirect = Redirect(page) else {
          findings.append(.noPlaceForRedirect(chapter.shown(Array(page.utf8)), at: location))
          continue
        }
        if let owner = owners[redirect.path] {
          findings.append(.redirectFromPage(redirect.path, of: owner, at: location))
        }
        owners[redirect.path] = "`\(chapter.path)`"
      }
    }
    return findings
  }
}
