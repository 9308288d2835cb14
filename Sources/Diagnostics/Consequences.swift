extension Diagnostic {
  /// A name that a finding is about, by which what one mistake does at several places is told once.
  public enum Subject: Hashable, Sendable {
    /// It is needed and nothing defines it: every place that needs it shows the one mistake.
    case missing(String)
    /// A text has to have an entry of this name, in some of its bytes or anywhere.
    case lacking(String, within: Range<Int>? = nil)
    /// It is defined and nothing needs it.
    case unused(String)

    /// The name.
    var name: String {
      switch self {
      case .missing(let name), .lacking(let name, _), .unused(let name): name
      }
    }
  }

  /// Returns the finding with the name that it is about.
  public func about(_ subject: Subject?) -> Diagnostic {
    var copy = self
    copy.subject = subject
    return copy
  }

  /// What of a text a mistake makes unreadable: what is there is not known to be missing.
  public enum Damage: Hashable, Sendable {
    /// The line.
    case line
    /// Everything from the place on, as where brackets do not balance: nobody knows what is part of
    /// what.
    case rest
    /// All of it: what is found stands in a part, and nobody knows the other.
    case text
  }

  /// Returns the finding as one that makes its line, or more of the text, unreadable.
  public func damaging(_ damage: Damage) -> Diagnostic {
    var copy = self
    copy.damage = damage
    return copy
  }
}

extension Rule {
  /// Whether it is about a word that nobody knows.
  var isAboutUnknown: Bool { id.dropFirst(Rule.category(of: id).utf8.count).hasPrefix("/unknown") }
}

extension [Diagnostic] {
  /// Returns the findings without those that only follow from others.
  ///
  /// Findings about one missing name become the first of them, by place, with a note for each other
  /// place. A name that nothing uses is silent where another finding offers it for one that is not defined.
  public func withoutConsequences() -> [Diagnostic] {
    guard contains(where: { $0.subject != nil }) else { return self }
    let offered = Set(offers.map(\.word))
    return merged().filter { finding in
      guard case .unused(let name) = finding.subject else { return true }
      return !offered.contains(name)
    }
  }

  /// Returns the findings of one text without those that only follow from others in it.
  ///
  /// Beside what ``withoutConsequences()`` leaves out, these are silent: what a line that cannot be
  /// read defines or uses, an entry that is there under a misspelt name, and names where brackets do
  /// not balance, or whatever else is found from there on.
  ///
  /// - Parameter text: the text, in bytes; the places of the findings are in it.
  /// - Returns: the others. Of their names only those that the text misses are kept: with texts that
  ///   share a part of it they may be missing, too.
  public func withoutConsequences(in text: [UInt8]) -> [Diagnostic] {
    guard count > 1 || first?.subject != nil else { return self }
    let isPart = contains { $0.damage == .text }
    let broken = filter { $0.damage == .rest || $0.damage == .text }
      .map(\.location.range.lowerBound).min()
    let known = Dictionary(grouping: offers + unreadableWords(in: text)) { $0.word }
    let others = filter { finding in
      if let broken, finding.damage != .rest, finding.damage != .text {
        let isBefore = finding.location.range.lowerBound < broken
        guard isBefore, finding.kind != .required, let subject = finding.subject else {
          return isBefore && finding.kind != .required
        }
        guard case .missing = subject else { return false }
        return !isPart
      }
      guard let subject = finding.subject else { return true }
      var bounds = 0..<Int.max
      if case .lacking(_, let within?) = subject { bounds = within }
      return !subject.name.split(separator: " ").contains { name in
        known[String(name)]?.contains { bounds.contains($0.place) } ?? false
      }
    }
    return others.merged().map { finding in
      guard case .missing = finding.subject else { return finding.about(nil) }
      return finding
    }
  }

  /// The names that findings offer for others, each with the place of its finding.
  private var offers: [(word: String, place: Int)] {
    flatMap { finding in
      finding.fixes.compactMap(\.offered).map { ($0, finding.location.range.lowerBound) }
    }
  }

  /// The words of the lines that cannot be read, each with the place of the finding that says so.
  private func unreadableWords(in text: [UInt8]) -> [(word: String, place: Int)] {
    let newline = UInt8(ascii: "\n")
    var words: [(word: String, place: Int)] = []
    for finding in self where finding.damage == .line {
      let place = Swift.min(finding.location.range.lowerBound, text.count)
      let start = text[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
      let end = text[place...].firstIndex(of: newline) ?? text.count
      for word in text[start..<end].split(whereSeparator: { !isPartOfName($0) }) {
        words.append((String(decoding: word, as: UTF8.self), place))
      }
    }
    return words
  }

  private func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  /// The findings with those about one missing name as one, where the first of them is.
  private func merged() -> [Diagnostic] {
    var groups: [Diagnostic.Subject: [Int]] = [:]
    for (index, finding) in enumerated() {
      guard let subject = finding.subject, case .missing = subject else { continue }
      groups[subject, default: []].append(index)
    }
    var result: [Diagnostic?] = map(\.self)
    for members in groups.values where members.count > 1 {
      for index in members { result[index] = nil }
      result[members[0]] = Self.merged(members.map { self[$0] })
    }
    return result.compactMap(\.self)
  }

  /// The first of several findings about one name; the others are its notes.
  private static func merged(_ findings: [Diagnostic]) -> Diagnostic {
    let sorted = findings.sorted { left, right in
      let (a, b) = (left.location, right.location)
      return a.path == b.path ? a.range.lowerBound < b.range.lowerBound : a.path < b.path
    }
    var first = sorted[0]
    var seen: Set<Location> = [first.location]
    for other in sorted.dropFirst() {
      first.sets += other.sets.filter { !first.sets.contains($0) }
      guard seen.insert(other.location).inserted else { continue }
      first.notes.append(.init("also needed here", at: other.location))
      first.fixes = first.fixes.map { fix in
        guard let same = other.fixes.first(where: { $0.message == fix.message }) else { return fix }
        return fix.changed(to: fix.edits + same.edits, isSafe: same.isSafe)
      }
    }
    return first
  }
}
