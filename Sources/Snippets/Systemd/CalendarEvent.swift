internal import Languages
internal import Text

/// Events of a calendar as systemd reads them (systemd.time(7), version 252), such as
/// `Mon..Fri *-*-* 03:30` or `daily`.
struct CalendarEvent {
  private var rest: ArraySlice<UInt8>

  /// Whether a text is one.
  static func fits(_ text: String) -> Bool {
    var words = text.split { $0 == " " || $0 == "\t" }.map { Array($0.utf8) }
    guard let first = words.first else { return false }
    if words.count > 1, let last = words.last, isZone(last) { words.removeLast() }
    if words.count == 1 {
      let word = first.text.lowercased()
      if names.contains(word) { return true }
      if first[0] == UInt8(ascii: "@") { return Double(word.dropFirst()) != nil }
    }
    if isWeekdays(words[0]) {
      words.removeFirst()
      if words.isEmpty { return true }
    }
    switch words.count {
    case 1: return isDate(words[0]) || isTime(words[0])
    case 2: return isDate(words[0]) && isTime(words[1])
    default: return false
    }
  }

  private static let names: Set<String> = [
    "minutely", "hourly", "daily", "monthly", "weekly", "yearly", "annually", "anually",
    "quarterly", "semiannually", "semi-annually", "biannually", "bi-annually",
  ]

  private static func isZone(_ word: [UInt8]) -> Bool {
    if word.text == "UTC" { return true }
    guard let first = word.first, first.isLetter else { return false }
    let isName = word.allSatisfy {
      $0.isNameByte || [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
    }
    return isName && !isWeekdays(word)
  }

  private static let days = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// `Mon`, `Mon,Wed`, `Mon..Fri`, and both together.
  private static func isWeekdays(_ word: [UInt8]) -> Bool {
    let text = word.text.lowercased()
    return text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let ends = part.contains("..") ? part.split(separator: "..") : part.split(separator: "-")
      return 1...2 ~= ends.count
        && ends.allSatisfy { end in days.contains { $0 == end || $0.prefix(3) == end } }
    }
  }

  /// `YEAR-MONTH-DAY` or `MONTH-DAY`, the day behind `~` where it counts from the month's end.
  private static func isDate(_ word: [UInt8]) -> Bool {
    var reader = CalendarEvent(rest: word[...])
    guard let first = reader.takeChain(), let sign = reader.takeOne(of: "-~"),
      let second = reader.takeChain()
    else { return false }
    if reader.rest.isEmpty {
      return first.lies(in: 1...12) && second.lies(in: 1...31, fromEnd: sign == UInt8(ascii: "~"))
    }
    guard sign == UInt8(ascii: "-"), let last = reader.takeOne(of: "-~"),
      let third = reader.takeChain(), reader.rest.isEmpty
    else { return false }
    return first.lies(in: 1970...2199) && second.lies(in: 1...12)
      && third.lies(in: 1...31, fromEnd: last == UInt8(ascii: "~"))
  }

  /// `HOUR:MINUTE` or `HOUR:MINUTE:SECOND`, the seconds with a fraction or without.
  private static func isTime(_ word: [UInt8]) -> Bool {
    var reader = CalendarEvent(rest: word[...])
    guard let hour = reader.takeChain(), reader.takeOne(of: ":") != nil,
      let minute = reader.takeChain(), hour.lies(in: 0...23), minute.lies(in: 0...59)
    else { return false }
    if reader.rest.isEmpty { return true }
    guard reader.takeOne(of: ":") != nil, let second = reader.takeChain(hasFraction: true) else {
      return false
    }
    return reader.rest.isEmpty && second.lies(in: 0...59.999999)
  }

  /// What a part of an event allows: everything, or a list of numbers, ranges and steps.
  private struct Chain {
    var parts: [(first: Double, last: Double?, step: Double?)]

    /// Whether all parts lie within bounds; a step must reach another number there.
    func lies(in bounds: ClosedRange<Double>, fromEnd: Bool = false) -> Bool {
      parts.allSatisfy { part in
        guard bounds.contains(part.first), bounds.contains(part.last ?? part.first) else {
          return false
        }
        guard let step = part.step else { return true }
        if let last = part.last { return part.first + step <= last }
        return fromEnd
          ? part.first - step >= bounds.lowerBound : part.first + step <= bounds.upperBound
      }
    }
  }

  private mutating func takeOne(of signs: String) -> UInt8? {
    guard let sign = rest.first, signs.utf8.contains(sign) else { return nil }
    rest = rest.dropFirst()
    return sign
  }

  private mutating func takeChain(hasFraction: Bool = false) -> Chain? {
    if takeOne(of: "*") != nil { return Chain(parts: []) }
    var chain = Chain(parts: [])
    repeat {
      guard let first = takeNumber(hasFraction) else { return nil }
      var part = (first: first, last: Double?.none, step: Double?.none)
      if rest.starts(with: "..".utf8) {
        rest = rest.dropFirst(2)
        guard let last = takeNumber(hasFraction), last >= first else { return nil }
        part.last = last
      }
      if takeOne(of: "/") != nil {
        guard let step = takeNumber(hasFraction), step > 0 else { return nil }
        part.step = step
      }
      chain.parts.append(part)
    } while takeOne(of: ",") != nil
    return chain
  }

  private mutating func takeNumber(_ hasFraction: Bool) -> Double? {
    var digits = rest.prefix(while: \.isDigit)
    guard !digits.isEmpty else { return nil }
    let fraction = rest.dropFirst(digits.count)
    if hasFraction, fraction.first == UInt8(ascii: "."),
      fraction.dropFirst().first?.isDigit ?? false
    {
      digits = rest.prefix(1 + digits.count + fraction.dropFirst().prefix(while: \.isDigit).count)
    }
    rest = rest.dropFirst(digits.count)
    return Double(digits.text)
  }
}
