package import HTML
internal import Text

/// What the HTML of an author holds: places for values, addresses, and names that links lead to.
package struct AuthorHTML: Sendable {
  /// The marks in it, in order.
  package private(set) var places: [Place] = []
  package private(set) var addresses: [Address] = []
  /// The names of its elements, with marks for holes.
  private(set) var names: [[UInt8]] = []
  /// The last tag or comment, where nothing closes it.
  private(set) var unclosed: Range<Int>?

  private let html: [UInt8]
  private let sentinel: Sentinel?

  /// A mark, by its offset in the HTML.
  package struct Place: Sendable {
    package var offset: Int
    package var hole: Int
    package var context: HTMLWithHoles.Context
    /// What was expected, where no text of the context can stand there.
    var mistake: String?
  }

  /// The value of an attribute that is an address.
  package struct Address: Sendable {
    /// Without quotes, in the HTML.
    package var range: Range<Int>
    /// With references to characters resolved, and marks for holes.
    var target: [UInt8]
    /// Whether a browser loads it by itself.
    var isLoaded: Bool
  }

  /// Reads HTML; any bytes are taken.
  ///
  /// - Parameters:
  ///   - html: a block or an inline of a chapter.
  ///   - sentinel: the marks of holes in it; nothing for text without any.
  package init(_ html: [UInt8], sentinel: Sentinel?) {
    self.html = html
    self.sentinel = sentinel
    for part in HTMLScanner(html, isFiltered: true) {
      switch part {
      case .text(let range): mark(range, as: .label)
      case .other(let range, let isClosed):
        if !isClosed { unclosed = range }
        mark(range, as: .attribute)
        // A value right behind `<!` could begin a comment.
        for index in places.indices where places[index].offset > range.lowerBound {
          let head = html[range.lowerBound..<places[index].offset]
          guard head.elementsEqual("<!".utf8) || head.elementsEqual("<!-".utf8) else { continue }
          places[index].mistake = "expected a comment or a tag after `<`, found a placeholder"
        }
      case .tag(let tag):
        if !tag.isClosed { unclosed = tag.range }
        take(tag)
      }
    }
  }

  private mutating func take(_ tag: HTMLTag) {
    let start = places.count
    mark(tag.nameRange, as: .attribute, mistake: "expected the name of a tag, found a placeholder")
    var named: Set<[UInt8]> = []
    for attribute in HTMLAttributes(of: tag, in: html) {
      mark(
        attribute.name,
        as: .attribute,
        mistake: "expected the name of an attribute, found a placeholder"
      )
      // Of two attributes of one name a browser takes the first.
      let name = html[attribute.name].map(\.lowercased)
      take(attribute, of: tag, isFirst: named.insert(name).inserted)
    }
    guard !tag.isClosed else { return }
    for index in start..<places.count where places[index].mistake == nil {
      places[index].mistake = "expected a `>` that closes this tag"
    }
  }

  private mutating func take(_ attribute: HTMLAttributes.Attribute, of tag: HTMLTag, isFirst: Bool)
  {
    let use = HTMLAttributeUse(of: html[attribute.name], in: tag.name)
    mark(
      attribute.value,
      as: use == .address || use == .loaded ? .address : .attribute,
      mistake: firstMark(in: attribute.value).flatMap { _ in mistake(in: attribute, use) }
    )
    guard isFirst, !tag.isEnd else { return }
    let value = HTMLText.plainBytes(html[attribute.value])
    switch use {
    case .name: names.append(value)
    case .address, .loaded:
      addresses.append(
        Address(range: attribute.value, target: value.withoutOuterSpaces, isLoaded: use == .loaded)
      )
    case .addresses: addresses += candidates(in: attribute.value)
    case .program, .style, .other: break
    }
  }

  /// The addresses of `srcset`: each is followed by what it is for, with commas between.
  private func candidates(in value: Range<Int>) -> [Address] {
    html[value].split(separator: .comma).compactMap { candidate in
      let word = candidate.drop(while: \.isHTMLSpace).prefix { !$0.isHTMLSpace }
      guard !word.isEmpty, !AddressScheme.isDangerous(word) else { return nil }
      return Address(
        range: word.startIndex..<word.endIndex,
        target: HTMLText.plainBytes(word),
        isLoaded: true
      )
    }
  }

  /// What was expected in place of a placeholder.
  private func mistake(in attribute: HTMLAttributes.Attribute, _ use: HTMLAttributeUse) -> String? {
    let name = html[attribute.name].text
    guard attribute.quote != nil else {
      return "expected quotes around the value of `\(name)`, since a placeholder is in it"
    }
    switch use {
    case .program: return "expected no placeholder in `\(name)`, which browsers run or obey"
    case .style: return "expected no placeholder in `\(name)`, whose value is a style sheet"
    case .addresses: return "expected one address without a placeholder in `\(name)`"
    case .address, .loaded: return mistake(inAddress: attribute.value)
    case .name, .other: return nil
    }
  }

  /// What comes before the first placeholder has to settle that no value makes a program of it.
  private func mistake(inAddress value: Range<Int>) -> String? {
    let head = html[value.lowerBound..<(firstMark(in: value) ?? value.upperBound)]
    if AddressScheme.isDangerous(HTMLText.plainBytes(head)) {
      return "expected no placeholder in an address that is a program or a page itself"
    }
    func isPath(_ byte: UInt8) -> Bool { byte == .slash || byte == .question || byte == .hash }
    guard !head.contains(where: isPath) else { return nil }
    return html[value].prefix { !isPath($0) }.contains(.ampersand)
      ? "expected an address without `&` before its path, since a placeholder is in it" : nil
  }

  private func firstMark(in range: Range<Int>) -> Int? {
    guard let sentinel else { return nil }
    return range.first {
      html[$0] == Sentinel.first && sentinel.index(in: html, at: $0) != nil
    }
  }

  private mutating func mark(
    _ range: Range<Int>,
    as context: HTMLWithHoles.Context,
    mistake: String? = nil
  ) {
    guard let sentinel else { return }
    var index = range.lowerBound
    while let start = html[index..<range.upperBound].firstIndex(of: Sentinel.first) {
      index = start + 1
      guard let hole = sentinel.index(in: html, at: start) else { continue }
      places.append(Place(offset: start, hole: hole, context: context, mistake: mistake))
      index = start + Sentinel.length
    }
  }
}

extension [UInt8] {
  /// Without the spaces around it, which browsers leave out of an address.
  fileprivate var withoutOuterSpaces: [UInt8] {
    let head = drop { $0.isHTMLSpace }
    return Array(head.dropLast(head.reversed().prefix { $0.isHTMLSpace }.count))
  }
}
