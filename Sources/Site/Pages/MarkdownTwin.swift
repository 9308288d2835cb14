internal import DocBuild

/// The pages of the chapters as Markdown, for those who read without a browser.
extension SiteSet {
  /// Makes a file beside the page of each chapter: its text with the values of the set.
  ///
  /// Links to other chapters lead to their Markdown.
  ///
  /// - Returns: the files by path.
  func markdownTwins() -> [(path: String, bytes: [UInt8])] {
    documents.flatMap { document in
      document.chapters.map { ("\($0.page).md", markdown(of: $0)) }
    }
  }

  private func markdown(of chapter: Chapter) -> [UInt8] {
    var out: [UInt8] = []
    if !chapter.outline.headings.contains(where: { $0.level == 1 }) {
      out += Array("# \(title(of: chapter))\n\n".utf8)
    }
    // What a chapter begins with is its first line that is not blank.
    var start = chapter.text.prefix { $0 == UInt8(ascii: "\n") }.count
    let links = chapter.links.compactMap { link in
      link.twinAddress.flatMap { address in link.place.map { ($0, address) } }
    }
    for (place, address) in links.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where place.lowerBound >= start {
      append(chapter.text[start..<place.lowerBound], of: chapter, to: &out)
      append(Array(address.replacing(" ", with: "%20").utf8)[...], of: chapter, to: &out)
      start = place.upperBound
    }
    append(chapter.text[start...], of: chapter, to: &out)
    return out
  }

  private func append(_ text: ArraySlice<UInt8>, of chapter: Chapter, to out: inout [UInt8]) {
    let plain = filler.plain(Array(text), holes: chapter.holes, sentinel: chapter.sentinel)
    out += Array(plain.utf8)
  }
}
