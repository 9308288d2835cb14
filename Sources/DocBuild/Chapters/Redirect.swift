internal import Text

/// A former place of a chapter: `DOCUMENT/CHAPTER` or deeper, with or without `.html`.
package struct Redirect {
  /// The path of the page in its set.
  package let path: String

  /// Reads what a front matter says; nothing where it names no page of a document.
  package init?(_ written: String) {
    let page = written.hasSuffix(".html") ? String(written.dropLast(5)) : written
    let parts = page.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.first != "." && !part.isEmpty
        && part.utf8.allSatisfy { $0.isLower || $0.isDigit || "-_.".utf8.contains($0) }
    }
    guard parts.count >= 2, isName else { return nil }
    path = page + ".html"
  }

  /// The way from the page to the root of its set.
  package var root: String { RelativePath.up(from: path) }
}
