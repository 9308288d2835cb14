internal import DocBuild
internal import Text

/// Where the terms of a set stand: in which section of which page, and how prominently.
package struct SearchIndex {
  /// In the order in which they were added.
  package private(set) var pages: [Page] = []
  /// The sections of all pages.
  package private(set) var sections: [PageText.Section] = []
  /// How many terms each section has.
  private(set) var lengths: [Int] = []
  /// The size of the text that can be found, in bytes.
  private(set) var textSize = 0
  private var table = TermTable()
  private var postings: [[Posting]] = []

  /// A page that can be found.
  package struct Page {
    package var path: String
    var title: String
    /// The title of the document it belongs to; empty for generated pages.
    var document: String
    var sectionCount: Int
  }

  /// That a term stands in a section.
  package struct Posting {
    var section: Int
    var prominence: Prominence
  }

  /// How prominently a term stands in a section.
  package enum Prominence: UInt8 {
    case once
    case fewTimes
    /// Or in the title of the document, for the first section of a page.
    case often
    /// Or in the title of a file, or in the summary of the page, for its first section.
    case inHeading

    /// From how many times on a term stands often.
    static let leastOften = 4
  }

  /// Adds the sections of a page.
  mutating func add(_ page: SitePage) {
    let text = PageText(page.content)
    let document = page.frame.breadcrumb.first?.title ?? ""
    pages.append(
      Page(
        path: page.frame.path,
        title: page.frame.title,
        document: document,
        sectionCount: text.sections.count
      )
    )
    for (position, section) in text.sections.enumerated() {
      textSize += section.heading.count + section.body.count
      sections.append(section)
      var titles = section.heading + [.space] + section.files
      if position == 0 { titles += [.space] + Array((page.frame.summary ?? "").utf8) }
      var counts: [Int: Int] = [:]
      var headings: Set<Int> = []
      var length = 0
      eachTerm(in: section.body) { number in
        counts[number, default: 0] += 1
        length += 1
      }
      eachTerm(in: titles) { number in
        counts[number, default: 0] += 1
        headings.insert(number)
        length += 1
      }
      if position == 0 {
        eachTerm(in: Array(document.utf8)) { number in
          counts[number, default: 0] += Prominence.leastOften
        }
      }
      lengths.append(length)
      record(counts, headings)
    }
  }

  /// Takes the number of each term of a text that tells sections apart.
  private mutating func eachTerm(in text: [UInt8], _ take: (Int) -> Void) {
    SearchTerms.each(in: text) { term in
      let number = table.number(of: term)
      if !table.isSilent[number] { take(number) }
    }
  }

  private mutating func record(_ counts: [Int: Int], _ headings: Set<Int>) {
    while postings.count < table.terms.count { postings.append([]) }
    for (number, count) in counts {
      let prominence: Prominence =
        headings.contains(number)
        ? .inHeading : count >= Prominence.leastOften ? .often : count > 1 ? .fewTimes : .once
      postings[number].append(Posting(section: sections.count - 1, prominence: prominence))
    }
  }

  /// The terms with their places, sorted by their bytes.
  var entries: [(term: ArraySlice<UInt8>, postings: [Posting])] {
    zip(table.terms, postings).filter { !$1.isEmpty }
      .map { (term: $0, postings: $1) }
      .sorted { $0.term.lexicographicallyPrecedes($1.term) }
  }
}
