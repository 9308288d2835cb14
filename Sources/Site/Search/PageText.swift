internal import DocBuild
internal import HTML
internal import Text

/// The text of a page as the search reads it: its sections, without markup.
package struct PageText {
  /// In the order of the page; the first one is the page's own.
  package private(set) var sections: [Section] = []

  /// What stands beneath a heading of the first three levels.
  package struct Section {
    /// Empty for the head of the page.
    var anchor = ""
    var heading: [UInt8] = []
    /// The titles of its blocks of code, which are files as a rule; they are part of the body, too.
    package var files: [UInt8] = []
    /// All text, its lines joined by single blanks.
    package var body: [UInt8] = []
    /// The beginning of what is neither code nor table.
    var prose: [UInt8] = []

    /// The beginning of the section, cut between words.
    ///
    /// - Parameter length: the most bytes it may have.
    /// - Returns: UTF-8.
    func excerpt(_ length: Int) -> ArraySlice<UInt8> {
      let text = prose.count >= 32 ? prose : body
      guard text.count > length else { return text[...] }
      let cut = text[..<length].lastIndex(of: .space) ?? 0
      return text[..<cut]
    }
  }

  /// The length up to which prose is kept, in bytes.
  static let proseLimit = 200

  /// Reads the HTML of a page's text.
  init(_ html: [UInt8]) {
    var reader = Reader(html: html)
    reader.read()
    sections = reader.sections.filter { !$0.heading.isEmpty || !$0.body.isEmpty }
  }

  private struct Reader {
    let html: [UInt8]
    var sections = [Section()]
    /// The element that is left out, and how many of its name are open.
    var skipped: (name: HTMLName, depth: Int)?
    var isInHeading = false
    var isInFileTitle = false
    /// How many elements around are code, table or caption.
    var asideDepth = 0
    var captionDepth = 0
    var decoded: [UInt8] = []

    mutating func read() {
      for part in HTMLScanner(html) {
        switch part {
        case .text(let range): if skipped == nil { append(range) }
        case .tag(let tag): take(tag)
        case .other: break
        }
      }
    }

    private mutating func take(_ tag: HTMLTag) {
      if let (name, depth) = skipped {
        guard tag.name == name else { return }
        let left = depth + (tag.isEnd ? -1 : 1)
        skipped = left > 0 ? (name, left) : nil
        return
      }
      if !tag.isEnd, isLeftOut(tag) {
        skipped = (tag.name, 1)
        return breakWord()
      }
      if PageText.asides.contains(tag.name) { asideDepth += tag.isEnd ? -1 : 1 }
      if tag.name == "figcaption" { captionDepth += tag.isEnd ? -1 : 1 }
      if PageText.headings.contains(tag.name) { takeHeading(tag) }
      if tag.name == "span" { isInFileTitle = !tag.isEnd && isFileTitle(tag) }
      if captionDepth > 0 || !PageText.inlines.contains(tag.name) { breakWord() }
    }

    private func isLeftOut(_ tag: HTMLTag) -> Bool {
      if PageText.silent.contains(tag.name) { return true }
      guard tag.attributes.count > 5, !PageText.void.contains(tag.name) else { return false }
      return HTMLAttributes(of: tag, in: html).contains { attribute in
        let name = html[attribute.name]
        return name.isName("hidden") || name.isName("popover") || name.isName("data-unsearched")
          || name.isName("download")
      }
    }

    private func isFileTitle(_ tag: HTMLTag) -> Bool {
      captionDepth > 0 && tag.value(of: "class", in: html)?.isName("file") == true
    }

    private mutating func takeHeading(_ tag: HTMLTag) {
      isInHeading = !tag.isEnd
      guard !tag.isEnd else { return }
      let isPageTitle = tag.name == "h1"
      guard !isPageTitle || sections.count > 1 || !sections[0].heading.isEmpty else { return }
      let anchor = isPageTitle ? nil : tag.value(of: "id", in: html)
      sections.append(Section(anchor: anchor.map(HTMLText.plain) ?? ""))
    }

    private mutating func append(_ range: Range<Int>) {
      decoded.removeAll(keepingCapacity: true)
      HTMLText.append(range, of: html, to: &decoded)
      let last = sections.count - 1
      if isInHeading {
        Self.join(decoded, to: &sections[last].heading)
      } else {
        Self.join(decoded, to: &sections[last].body)
        if isInFileTitle { Self.join(decoded + [.space], to: &sections[last].files) }
        if asideDepth == 0, sections[last].prose.count < PageText.proseLimit {
          Self.join(decoded, to: &sections[last].prose)
        }
      }
    }

    /// Appends a text with each run of blanks as one.
    private static func join(_ text: [UInt8], to out: inout [UInt8]) {
      for byte in text {
        if byte.isHTMLSpace {
          if out.last != .space, !out.isEmpty { out.append(.space) }
        } else {
          out.append(byte)
        }
      }
    }

    private mutating func breakWord() {
      let last = sections.count - 1
      Self.join([.space], to: &sections[last].body)
      if isInHeading { Self.join([.space], to: &sections[last].heading) }
      if asideDepth == 0, sections[last].prose.count < PageText.proseLimit {
        Self.join([.space], to: &sections[last].prose)
      }
    }
  }

  private static let headings: Set<HTMLName> = ["h1", "h2", "h3"]
  private static let asides: Set<HTMLName> = ["pre", "table", "figcaption", "dl"]
  private static let silent: Set<HTMLName> = ["svg", "script", "style", "template"]
  private static let void: Set<HTMLName> = ["br", "hr", "img", "input", "wbr", "link", "meta"]
  private static let inlines: Set<HTMLName> = [
    "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "u", "var", "wbr",
  ]
}
