/// The values that a key takes: words and formats with `|` between them, such as
/// `<int>1..99|infinity`.
///
/// `<any>` takes all, `<int>` whole numbers with or without bounds; the other formats are the
/// dialect's own.
package struct KeyValues: Sendable {
  private var words: [String] = []
  private var formats: [String] = []
  private var bounds: (lowest: Int?, highest: Int?)?

  /// Reads the words of a table.
  package init(_ text: String) {
    for part in text.split(separator: "|") {
      guard part.hasPrefix("<"), let end = part.firstIndex(of: ">") else {
        words.append(String(part))
        continue
      }
      let name = String(part[part.index(after: part.startIndex)..<end])
      if name == "int" {
        let ends = part[part.index(after: end)...].split(
          separator: "..",
          omittingEmptySubsequences: false
        )
        bounds = (ends.first.flatMap { Int($0) }, ends.last.flatMap { Int($0) })
      } else {
        formats.append(name)
      }
    }
  }

  /// The words; near ones are offered for a wrong value.
  package var choices: [String] { words }

  /// Whether any value will do.
  var takesAll: Bool { formats.contains("any") }

  /// Whether a value is one of those.
  package func accept(_ value: String, in dialect: INIDialect) -> Bool {
    if takesAll { return true }
    let isWord = words.contains { word in
      dialect.foldsCase ? word.lowercased() == value.lowercased() : word == value
    }
    if isWord { return true }
    if let bounds, let number = Self.number(value) {
      return bounds.lowest ?? .min <= number && number <= bounds.highest ?? .max
    }
    return formats.contains { dialect.formats[$0]?.fits(value) ?? true }
  }

  /// What is expected, for a sentence.
  package func expected(in dialect: INIDialect) -> String {
    var parts = formats.compactMap { dialect.formats[$0]?.expected }
    if let bounds {
      switch (bounds.lowest, bounds.highest) {
      case (let lowest?, let highest?): parts.append("an int between \(lowest) and \(highest)")
      case (let lowest?, nil): parts.append("an int of at least \(lowest)")
      case (_, _): parts.append("an int")
      }
    }
    parts += words.map { "`\($0)`" }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "a value" }
    // A part that has alternatives of its own needs a comma before the next one.
    let comma = parts.contains { $0.contains(" or ") } ? "," : ""
    return parts.dropLast().joined(separator: ", ") + comma + " or " + last
  }

  /// A whole number as C's `strtol` reads it: decimal, or hexadecimal behind `0x`.
  private static func number(_ text: String) -> Int? {
    if text.hasPrefix("0x") || text.hasPrefix("0X") { return Int(text.dropFirst(2), radix: 16) }
    return text.hasPrefix("+") ? nil : Int(text)
  }
}
