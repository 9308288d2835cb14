internal import DocBuild
internal import HTML

/// The pages of a set as parts of one document.
///
/// A page becomes the part whose name is its path without `.html`; a place in it is named after
/// both, with a colon between. Scripts are left out: the document has its own.
package struct MergedPages {
  private let paths: Set<String>
  private let headings: Headings
  private let fileAddress: (String) -> String

  /// What becomes of the levels of headings.
  package enum Headings {
    /// They stay: one page is shown at a time.
    case asTheyAre
    /// They move down one level, so that the document has one first heading of its own.
    case oneLower
  }

  /// Creates a document.
  ///
  /// - Parameters:
  ///   - pages: in the order in which they are read.
  ///   - others: the paths of pages that stand in the document without being parts of it.
  ///   - headings: what becomes of their levels.
  ///   - fileAddress: returns the address of a file of the set by its path; one that holds the file
  ///     itself becomes a download.
  init(
    _ pages: [SitePage],
    beside others: [String],
    headings: Headings,
    fileAddress: @escaping (String) -> String
  ) {
    paths = Set(pages.map(\.frame.path) + others)
    self.headings = headings
    self.fileAddress = fileAddress
  }

  /// The path of the page that tells about the values of all others.
  static let notes = "notes.html"

  /// Returns the name of the part that a page becomes.
  package static func name(of path: String) -> String {
    path.hasSuffix(".html") ? String(path.dropLast(5)) : path
  }

  /// Returns the HTML of a page as it stands in the document.
  func content(of page: SitePage) -> [UInt8] {
    let html = page.content
    let name = Self.name(of: page.frame.path)
    var out: [UInt8] = []
    out.reserveCapacity(html.count * 9 / 8)
    var isInScript = false
    for part in HTMLScanner(html) {
      switch part {
      case .tag(let tag) where tag.name == "script": isInScript = !tag.isEnd
      case .text(let range), .other(let range, _): if !isInScript { out += html[range] }
      case .tag(let tag): append(tag, of: page, name, to: &out)
      }
    }
    return out
  }

  private func append(_ tag: HTMLTag, of page: SitePage, _ name: String, to out: inout [UInt8]) {
    let html = page.content
    var start = tag.range.lowerBound
    if headings == .oneLower, let level = Self.levels.firstIndex(of: tag.name) {
      let digit = tag.range.lowerBound + (tag.isEnd ? 3 : 2)
      out += html[start..<digit]
      out.append(UInt8(ascii: "2") + UInt8(level))
      start = digit + 1
    }
    guard !tag.isEnd else { return out += html[start..<tag.range.upperBound] }
    let download = tag.name == "a" ? download(by: tag, on: page) : nil
    var isNamed = false
    for attribute in HTMLAttributes(of: tag, in: html) {
      if let download, html[attribute.name].isName("download") {
        isNamed = true
        guard attribute.value.isEmpty else { continue }
        let name = HTMLEscape.attribute(download.fileName)
        let hasValue = attribute.value.lowerBound > attribute.name.upperBound
        out += html[start..<attribute.value.lowerBound]
        out += hasValue ? name : Array("=\"".utf8) + name + Array("\"".utf8)
        start = attribute.value.upperBound
      }
      guard !attribute.value.isEmpty else { continue }
      let value = HTMLText.plain(html[attribute.value])
      guard let changed = changed(value, of: html[attribute.name], page, name) else { continue }
      out += html[start..<attribute.value.lowerBound]
      out += HTMLEscape.attribute(changed)
      start = attribute.value.upperBound
    }
    out += html[start..<tag.attributes.upperBound]
    if let download {
      if !isNamed { out += Self.attribute("download", download.fileName) }
      out += Self.attribute("data-path", download.path)
    }
    out += html[tag.attributes.upperBound..<tag.range.upperBound]
  }

  private static func attribute(_ name: String, _ value: String) -> [UInt8] {
    Array(" \(name)=\"".utf8) + HTMLEscape.text(value) + Array("\"".utf8)
  }

  /// The file that a link leads to, where its address in the document holds the file itself.
  private func download(by tag: HTMLTag, on page: SitePage) -> (path: String, fileName: String)? {
    guard let href = tag.value(of: "href", in: page.content),
      case .inside(let path, _) = BundleAddress(HTMLText.plain(href), on: page.frame.path),
      !paths.contains(path), DataAddress.isOne(fileAddress(path))
    else { return nil }
    return (path, path.split(separator: "/").last.map(String.init) ?? path)
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
    if attribute.isName("href") || attribute.isName("xlink:href") || attribute.isName("src")
      || attribute.isName("poster")
    {
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

  private static let levels: [HTMLName] = ["h1", "h2", "h3", "h4", "h5"]
  private static let namingAttributes: [StaticString] = [
    "id", "for", "name", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-details", "aria-owns", "popovertarget",
  ]
}
