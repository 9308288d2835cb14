import Diagnostics
import FoundationEssentials
import Testing

/// Did-you-mean over the 8,300 variables of the playbook, asked what people really write: names
/// that variables had before, and slips.
@Suite struct DidYouMeanTests {
  private static let catalog = "/content/catalogs/matrix-playbook-2026-08-22"
  private static let names = column(0, of: catalog + ".tsv").dropFirst().map { $0 }
  private static let index = NameIndex(names)

  @Test func `the new name of a renamed variable is found without the table of renames`() {
    let known = Set(Self.names)
    let rows = Self.rows(of: Self.catalog + ".renames.tsv").filter { $0[0] == "rename" }
    let renames = rows.filter { known.contains($0[2]) && !known.contains($0[1]) }
    let offers = renames.map { (row: $0, names: Self.index.nearest(to: $0[1])) }
    let first = offers.count { $0.names.first == $0.row[2] }
    let any = offers.count { $0.names.contains($0.row[2]) }
    #expect(renames.count > 500)
    #expect(Double(first) / Double(renames.count) >= 0.79, "\(first) of \(renames.count)")
    #expect(Double(any) / Double(renames.count) >= 0.865, "\(any) of \(renames.count)")
  }

  @Test func `a name with one slip is found`() {
    var slips = Slips()
    let probes = slips.probes(200, of: Self.names) { slips, name in slips.slip(name) }
    for (written, name) in probes {
      #expect(Self.index.nearest(to: written).contains(name), "\(written)")
    }
  }

  @Test func `a name with two slips, or with two words swapped, is found`() {
    var slips = Slips()
    let twice = slips.probes(150, of: Self.names) { slips, name in slips.slip(slips.slip(name)) }
    let swapped = slips.probes(150, of: Self.names) { slips, name in slips.swapWords(name) }
    let found = (twice + swapped).count { Self.index.nearest(to: $0.written).contains($0.name) }
    #expect(found >= 297, "\(found) of 300")
  }

  @Test func `a name without one of its words is mostly found`() {
    var slips = Slips()
    let probes = slips.probes(150, of: Self.names) { slips, name in slips.dropWord(name) }
    let found = probes.count { Self.index.nearest(to: $0.written).contains($0.name) }
    #expect(found >= 141, "\(found) of 150")
  }

  @Test func `nothing is offered for the names of another program`() {
    let others = Self.column(0, of: "/Tests/Fixtures/names/unrelated.txt")
    #expect(others.count == 200)
    for name in others { #expect(Self.index.nearest(to: name) == [], "\(name)") }
  }

  @Test func `case and separators are no difference`() {
    let keys = NameIndex(["start_period", "Interval", "retries"])
    #expect(keys.nearest(to: "start-period") == ["start_period"])
    #expect(keys.nearest(to: "interval") == ["Interval"])
    #expect(keys.slips(of: "retires") == ["retries"])
    #expect(keys.slips(of: "timeout") == [])
  }

  // MARK: Files

  private static func column(_ number: Int, of path: String) -> [String] {
    rows(of: path).map { $0[number] }
  }

  private static func rows(of path: String) -> [[String]] {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let data = try? Data(contentsOf: URL(filePath: "/\(package)\(path)")) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// Makes the mistakes of writers, the same ones each time.
private struct Slips {
  private var state: UInt64 = 42

  private mutating func random(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, bound)))
  }

  /// Pairs of a name and a mistaken spelling that is no name itself.
  mutating func probes(
    _ count: Int,
    of names: [String],
    _ mistake: (inout Slips, String) -> String
  ) -> [(written: String, name: String)] {
    let known = Set(names)
    var probes: [(written: String, name: String)] = []
    while probes.count < count {
      let name = names[random(below: names.count)]
      let written = mistake(&self, name)
      if name.utf8.count > 8, !known.contains(written) { probes.append((written, name)) }
    }
    return probes
  }

  /// One letter left out, put in, replaced or swapped with its neighbour.
  mutating func slip(_ name: String) -> String {
    var letters = Array(name.utf8)
    let place = random(below: letters.count - 1)
    let letter = UInt8(ascii: "a") + UInt8(random(below: 26))
    switch random(below: 4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default: letters.swapAt(place, place + 1)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  mutating func swapWords(_ name: String) -> String {
    var words = name.split(separator: "_")
    guard words.count > 2 else { return name }
    let place = random(below: words.count - 1)
    words.swapAt(place, place + 1)
    return words.joined(separator: "_")
  }

  mutating func dropWord(_ name: String) -> String {
    var words = name.split(separator: "_")
    guard words.count > 2 else { return name }
    words.remove(at: random(below: words.count))
    return words.joined(separator: "_")
  }
}
