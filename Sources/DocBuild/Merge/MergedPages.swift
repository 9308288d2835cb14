/// The pages of a set as sections of one document.
///
/// A page becomes the section whose name is its path without `.html`; a place in it is named after
/// both, with a colon between. Headings move down one level, so that the document has one first
/// heading of its own.
struct MergedPages {
  private let paths: Set<String>
  private let fileAddress: (String) -> String

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - pages: in the order in which they are read.
  ///   - others: the paths of pages that stand in the document without being sections of it.
  ///   - fileAddress: returns the address of a file of the set by its path.
  init(_ pages: [SitePage], beside others: [String], fileAddress: @escaping (String) -> String) {
    paths = Set(pages.map(\.frame.path) + others)
    self.fileAddress = fileAddress
  }

  /// The path of the page that tells about the values of all others.
  static let notes = "notes.html"

  /// Returns the name of the section that a page becomes.
  static func name(of path: String) -> String {
    path.hasSuffix(".html") ? String(path.dropLast(5)) : path
  }

  /// Returns the HTML of a page as a section.
  func section(of page: SitePage) -> [UInt8] {
    let html = page.content
    let name = Self.name(of: page.frame.path)
    var out = Array("<section class=\"chapter\" id=\"".utf8)
    out += HTMLEscape.text(name)
    out += Array("\">\n".utf8)
    out.reserveCapacity(html.count * 9 / 8)
    for part in HTMLScanner(html) {
      switch part {
      case .text(let range), .other(let range): out += html[range]
      case .tag(let tag): append(tag, of: page, name, to: &out)
      }
    }
    out += Array("</section>\n".utf8)
    return out
  }

  private func append(_ tag: HTMLTag, of page: SitePage, _ name: String, to out: inout [UInt8]) {
    let html = page.content
    var start = tag.range.lowerBound
    if let level = Self.headings.firstIndex(of: tag.name) {
      let digit = tag.range.lowerBound + (tag.isEnd ? 3 : 2)
      out += html[start..<digit]
      out.append(UInt8(ascii: "2") + UInt8(level))
      start = digit + 1
    }
    guard !tag.isEnd else { return out += html[start..<tag.range.upperBound] }
    for attribute in HTMLAttributes(of: tag, in: html) where !attribute.value.isEmpty {
      let value = HTMLText.plain(html[attribute.value])
      guard let changed = changed(value, of: html[attribute.name], page, name) else { continue }
      out += html[start..<attribute.value.lowerBound]
      out += HTMLEscape.text(changed)
      start = attribute.value.upperBound
    }
    out += html[start..<tag.range.upperBound]
  }

  /// Returns the value that an attribute has in the document; nothing where it stays.
  private func changed(
    _ value: String,
    of attribute: ArraySlice<UInt8>,
    _ page: SitePage,
    _ name: String
  ) -> String? {
    if Self.namingAttributes.contains(where: attribute.isName) {
      return value.split(separator: " ").map { "\(name):\($0)" }.joined(separator: " ")
    }
    if attribute.isName("href") || attribute.isName("xlink:href") || attribute.isName("src") {
      return address(value, on: page, name)
    }
    guard value.contains("url(#") else { return nil }
    return value.replacing("url(#", with: "url(#\(name):")
  }

  private func address(_ written: String, on page: SitePage, _ name: String) -> String? {
    if written == "#" { return "#\(name)" }
    guard case .inside(let path, let fragment) = BundleAddress(written, on: page.frame.path) else {
      return nil
    }
    guard paths.contains(path) else { return fileAddress(path) }
    // What pages tell about their values stands at one place for all.
    if path == page.frame.path, fragment.hasPrefix(PlaceholderMark.anchor(of: "")) {
      return "#\(Self.name(of: Self.notes)):\(fragment)"
    }
    return "#\(Self.name(of: path))" + (fragment.isEmpty ? "" : ":\(fragment)")
  }

  private static let headings: [HTMLName] = ["h1", "h2", "h3", "h4", "h5"]
  private static let namingAttributes: [StaticString] = [
    "id", "for", "name", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-details", "aria-owns", "popovertarget",
  ]
}
