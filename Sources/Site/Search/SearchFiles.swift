internal import DocBuild
internal import FoundationEssentials
internal import Text

/// The files of the search index, which `search.js` loads as scripts when it needs them.
///
/// Each holds a text, deflated and in base 64, in a call: `docbuildSearch.part("NAME","…")`.
///
/// - `index`: a line with the first term of each shard, tabs between; then a line a page: path,
///   title, title of the document, and a character for the length of each of its sections.
/// - `terms-N`: a line a term; an empty line; a line with the postings of each term. A term begins
///   with `0` plus the number of bytes that it shares with the one before. A posting is the
///   distance from the section before, times four, plus the prominence.
/// - `sections-N`: a line for each of 256 sections: heading, anchor, excerpt.
package struct SearchFiles {
  private let index: SearchIndex

  /// The folder of the files within a set.
  package static let folder = "assets/search"
  /// The share of the text's size that an index may have.
  package static let share = 4
  private static let shardSize = 24_000
  private static let blockSize = 256
  /// The lengths of excerpts that are tried, in bytes.
  private static let excerptLengths = [160, 130, 100, 80, 60, 40]

  /// Returns the files of an index.
  ///
  /// The index takes at most a quarter of the size of the text: what the terms leave of it is spent
  /// on excerpts.
  package static func files(of index: SearchIndex) -> [(path: String, bytes: [UInt8])] {
    let writer = SearchFiles(index: index)
    let shards = writer.shards()
    let terms = shards.enumerated().map { file("terms-\($0)", $1.text) }
    let fixed = [file("index", writer.overview(shards.map(\.first)))] + terms
    let room = index.textSize / share - fixed.reduce(0) { $0 + $1.bytes.count }
    var sections: [(path: String, bytes: [UInt8])] = []
    for length in excerptLengths {
      sections = writer.blocks(excerpt: length).enumerated().map { file("sections-\($0)", $1) }
      if sections.reduce(0, { $0 + $1.bytes.count }) <= room { break }
    }
    return fixed + sections
  }

  private static func file(_ name: String, _ text: [UInt8]) -> (path: String, bytes: [UInt8]) {
    let packed = Data(Deflate.compress(text)).base64EncodedString()
    return ("\(folder)/\(name).js", Array("docbuildSearch.part(\"\(name)\",\"\(packed)\");\n".utf8))
  }

  private func overview(_ firstTerms: [ArraySlice<UInt8>]) -> [UInt8] {
    var text = Array(firstTerms.joined(separator: [.tab]))
    var section = 0
    for page in index.pages {
      text.append(.lineFeed)
      text += Array("\(page.path)\t\(page.title)\t\(page.document)\t".utf8)
      for length in index.lengths[section..<(section + page.sectionCount)] {
        text.append(Self.character(forLength: length))
      }
      section += page.sectionCount
    }
    return text
  }

  /// Twice the logarithm of a length to the base 2, from `A`.
  private static func character(forLength length: Int) -> UInt8 {
    let power = Int.bitWidth - max(length, 1).leadingZeroBitCount - 1
    let isUpperHalf = length >= (1 << power) + (1 << power) / 2
    return UInt8(ascii: "A") + UInt8(power * 2 + (isUpperHalf ? 1 : 0))
  }

  private func shards() -> [(first: ArraySlice<UInt8>, text: [UInt8])] {
    var shards: [(first: ArraySlice<UInt8>, text: [UInt8])] = []
    var names: [UInt8] = []
    var places: [UInt8] = []
    var first: ArraySlice<UInt8> = []
    var before: ArraySlice<UInt8> = []
    func close() {
      if !names.isEmpty { shards.append((first, names + [.lineFeed] + places)) }
      (names, places) = ([], [])
    }
    for (term, postings) in index.entries {
      if names.isEmpty { (first, before) = (term, []) }
      let shared = min(zip(before, term).prefix { $0 == $1 && $0 < 0x80 }.count, 60)
      names.append(UInt8(ascii: "0") + UInt8(shared))
      names += term.dropFirst(shared) + [.lineFeed]
      Self.append(postings, to: &places)
      places.append(.lineFeed)
      before = term
      if names.count + places.count >= Self.shardSize { close() }
    }
    close()
    return shards
  }

  /// A number below 80 is one character from the blank on; a larger one begins with the character
  /// for its lowest digit to the base 16.
  private static func append(_ postings: [SearchIndex.Posting], to out: inout [UInt8]) {
    var last = -1
    for posting in postings {
      var number = (posting.section - last) * 4 + Int(posting.prominence.rawValue)
      while number >= 80 {
        out.append(0x70 + UInt8((number - 80) % 16))
        number = (number - 80) / 16
      }
      out.append(0x20 + UInt8(number))
      last = posting.section
    }
  }

  private func blocks(excerpt length: Int) -> [[UInt8]] {
    stride(from: 0, to: index.sections.count, by: Self.blockSize).map { start in
      let end = min(start + Self.blockSize, index.sections.count)
      let lines = index.sections[start..<end].map { section in
        section.heading + [.tab] + Array(section.anchor.utf8) + [.tab] + section.excerpt(length)
      }
      return Array(lines.joined(separator: [.lineFeed]))
    }
  }
}
