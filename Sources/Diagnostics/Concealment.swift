/// Keeps values of secrets out of what is printed.
struct Concealment: Sendable {
  /// What stands in place of a secret.
  static let mask = "(secret)"
  /// Shorter values occur by chance in texts that are not about them.
  private static let shortest = 6

  /// The bytes that hold values of secrets, by path.
  private let ranges: [String: [Range<Int>]]
  /// The values, the longest first.
  private let values: [String]

  /// Conceals what stands at places.
  init(_ places: [Location], in files: [String: SourceFile]) {
    var ranges: [String: [Range<Int>]] = [:]
    var values: Set<String> = []
    for place in Set(places) {
      guard let bytes = files[place.path]?.bytes else { continue }
      let range = place.range.clamped(to: 0..<bytes.count)
      guard !range.isEmpty else { continue }
      ranges[place.path, default: []].append(range)
      values.insert(Self.value(bytes[range]))
    }
    self.ranges = ranges
    self.values = values.filter { !$0.isEmpty }.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }

  /// Whether there is nothing to conceal.
  var isEmpty: Bool { ranges.isEmpty }

  /// Whether a range of a file overlaps the value of a secret.
  func covers(_ range: Range<Int>, of path: String) -> Bool {
    ranges[path]?.contains { $0.overlaps(range) || $0.contains(range.lowerBound) } ?? false
  }

  /// Returns a finding whose words hold no value of a secret.
  func masked(_ finding: Diagnostic) -> Diagnostic {
    guard !values.isEmpty else { return finding }
    var copy = finding
    copy.message = masked(finding.message)
    copy.notes = finding.notes.map { .init(masked($0.message), at: $0.location) }
    copy.fixes = finding.fixes.map { fix in
      let edits = fix.edits.map { Diagnostic.Edit($0.location, with: masked($0.text)) }
      let isPlain = zip(edits, fix.edits).allSatisfy { $0.text == $1.text }
      // A change that would write the mask is none.
      return .init(
        masked(fix.message),
        edits: isPlain ? fix.edits : [],
        isSafe: fix.isSafe && isPlain
      )
    }
    return copy
  }

  private func masked(_ text: String) -> String {
    values.reduce(text) { text, value in
      let quoted = text.replacing("`\(value)`", with: "`\(Self.mask)`")
      return value.utf8.count < Self.shortest ? quoted : quoted.replacing(value, with: Self.mask)
    }
  }

  /// Returns a line of a file with every character of a secret as `*`.
  func masked(_ range: Range<Int>, of file: SourceFile) -> [UInt8] {
    var secrets = ranges[file.path]?.filter { $0.overlaps(range) } ?? []
    for value in values where value.utf8.count >= Self.shortest {
      secrets += Self.occurrences(of: Array(value.utf8), in: file.bytes[range])
    }
    guard !secrets.isEmpty else { return Array(file.bytes[range]) }
    return range.compactMap { offset -> UInt8? in
      let byte = file.bytes[offset]
      guard secrets.contains(where: { $0.contains(offset) }) else { return byte }
      // A character is one star, whatever its bytes.
      return byte & 0xC0 == 0x80 ? nil : UInt8(ascii: "*")
    }
  }

  private static func occurrences(
    of value: [UInt8],
    in line: ArraySlice<UInt8>
  ) -> [Range<Int>] {
    guard value.count <= line.count else { return [] }
    return (line.startIndex...(line.endIndex - value.count)).filter {
      line[$0] == value[0] && line[$0...].starts(with: value)
    }.map { $0..<($0 + value.count) }
  }

  /// A value without quotes and spaces around it.
  private static func value(_ bytes: ArraySlice<UInt8>) -> String {
    let around = Set(" \t\r\n\"'".utf8)
    let start = bytes.drop { around.contains($0) }
    let end = start.lastIndex { !around.contains($0) } ?? start.startIndex
    return start.isEmpty ? "" : String(decoding: start[...end], as: UTF8.self)
  }
}
